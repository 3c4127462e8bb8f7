package org.drawdown.api.write;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A write that a client asks for: in a transaction of its own, over before the answer is given. It
 * can be tried ({@code validateOnly}), and a POST can be repeated ({@code Idempotency-Key}).
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Write {}
