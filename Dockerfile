# The packaged service on JDK 25, with a cache of what it does when it starts. Build it first:
#   mvn package -DskipTests -Dquarkus.package.jar.type=aot-jar
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}

RUN useradd --system --uid 10001 --home-dir /srv/drawdown --create-home drawdown \
    && mkdir /srv/drawdown/data && chown drawdown /srv/drawdown/data
WORKDIR /srv/drawdown
COPY target/quarkus-app/lib/ lib/
COPY target/quarkus-app/*.jar ./
COPY target/quarkus-app/app/ app/
COPY target/quarkus-app/quarkus/ quarkus/
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75"

# Starts a demo, asks it for this and that, and ends it: the JVM then writes the cache. It holds for these very files, so
# nothing may touch them afterwards. The shell asks, so that the image needs no other tool.
RUN ["bash", "-euc", "\
    java -XX:AOTCacheOutput=app.aot -Dquarkus.profile=demo -Dquarkus.log.level=WARN \
      -Dquarkus.http.port=18080 -jar quarkus-run.jar & service=$!; \
    get() { exec 3<>/dev/tcp/127.0.0.1/18080 \
      && printf 'GET %s HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\nAuthorization: Basic dmlld2VyOnZpZXdlcg==\\r\\n\\r\\n' $1 >&3 \
      && head -1 <&3 | grep -q ' 200 '; }; \
    for i in {1..120}; do sleep 1; (get /q/health/ready) 2>/dev/null && break; done; \
    for path in /openapi /docs/ /api/v1/mission /api/v1/bases /api/v1/units /api/v1/schedules; do (get $path); done; \
    kill $service; wait $service || [ $? = 143 ]; test -s app.aot"]

USER 10001
EXPOSE 8080
VOLUME /srv/drawdown/data
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /q/health/ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-jar", "quarkus-run.jar"]
