/** The file {@code openapi.yaml} as the judge of what clients send. */
package org.drawdown.api.contract;
