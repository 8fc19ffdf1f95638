# One image for every part of the service: API, workers, sweeper, migration. Nothing is fetched at run time.
# Everything comes from requirements/lock.txt by hash; development tools stay outside.

FROM python:3.11.13-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /build
COPY requirements requirements
COPY deploy/runtime_lock.py deploy/runtime_lock.py
# The second step puts OpenCV without its windows over the one that wants libGL.
RUN python -m venv /opt/menshen \
    && python deploy/runtime_lock.py < requirements/lock.txt > runtime.txt \
    && /opt/menshen/bin/pip install --no-deps --require-hashes -r runtime.txt \
    && /opt/menshen/bin/pip install --no-deps --require-hashes --force-reinstall -r requirements/headless.txt
COPY pyproject.toml README.md LICENSE ./
COPY ocr ocr
COPY validators validators
COPY intake intake
COPY api api
COPY samples/__init__.py samples/__init__.py
RUN /opt/menshen/bin/pip install --no-deps --no-build-isolation . \
    && /opt/menshen/bin/python -m compileall -q /opt/menshen/lib

FROM python:3.11.13-slim-bookworm
RUN groupadd --gid 10001 menshen \
    && useradd --uid 10001 --gid menshen --home-dir /var/lib/menshen --no-create-home --shell /usr/sbin/nologin menshen \
    && install --directory --owner=menshen --group=menshen --mode=0700 /var/lib/menshen
COPY --from=build /opt/menshen /opt/menshen
COPY --chmod=0755 deploy/entrypoint.sh /usr/local/bin/menshen-entrypoint
ENV PATH=/opt/menshen/bin:$PATH \
    HOME=/var/lib/menshen \
    LANG=C.UTF-8 \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    MENSHEN_HOME=/var/lib/menshen \
    MENSHEN_HOST=0.0.0.0
USER 10001:10001
WORKDIR /var/lib/menshen
VOLUME ["/var/lib/menshen"]
EXPOSE 8600
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8600/healthz', timeout=4)"]
ENTRYPOINT ["menshen-entrypoint"]
CMD ["menshen", "up"]
