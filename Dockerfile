# The packaged service on JDK 25; build it first: mvn package -DskipTests
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}

RUN useradd --system --uid 10001 --home-dir /srv/drawdown --create-home drawdown \
    && mkdir /srv/drawdown/data && chown drawdown /srv/drawdown/data
WORKDIR /srv/drawdown
COPY --chown=drawdown target/quarkus-app/lib/ lib/
COPY --chown=drawdown target/quarkus-app/*.jar ./
COPY --chown=drawdown target/quarkus-app/app/ app/
COPY --chown=drawdown target/quarkus-app/quarkus/ quarkus/

USER 10001
EXPOSE 8080
VOLUME /srv/drawdown/data
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75"
# The shell asks, so that the image needs no other tool.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-jar", "quarkus-run.jar"]
