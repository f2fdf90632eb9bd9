# Build the jar first: mvn package. The image then holds it in layers, the libraries below our code.
FROM eclipse-temurin:25-jre AS layers
WORKDIR /layers
COPY target/trasa-*.jar trasa.jar
RUN java -Djarmode=tools -jar trasa.jar extract --layers --launcher --destination .

FROM eclipse-temurin:25-jre
RUN useradd --system --home-dir /opt/trasa --shell /usr/sbin/nologin trasa \
    && install -d -o trasa -g trasa -m 700 /var/lib/trasa
WORKDIR /opt/trasa
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
COPY solver-config solver-config
COPY osm-data osm-data

USER trasa
ENV TRASA_DATAFOLDER=/var/lib/trasa \
    JAVA_OPTS="-XX:MaxRAMPercentage=75"
VOLUME /var/lib/trasa
EXPOSE 8080
# The image has no HTTP client; bash is one. The first start imports the roads.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# exec: the signal to stop has to reach Java, so that it ends cleanly.
ENTRYPOINT ["sh", "-c", "exec java -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow $JAVA_OPTS org.springframework.boot.loader.launch.JarLauncher \"$@\"", "trasa"]
