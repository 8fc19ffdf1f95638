"""A network on disk → a function from tensor to tensor, on OpenVINO or on ONNX Runtime.

Both run the same ``inference.onnx``. OpenVINO is taken where the processor multiplies in bfloat16 (Intel
since Cooper Lake, AMD since Zen 4): there it needs six tenths of the time, with AMX less still.
Elsewhere it gains nothing over ONNX Runtime.
"""

from __future__ import annotations

import ctypes
import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Literal, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

from ocr.models import ModelsMissing

Tensor: TypeAlias = npt.NDArray[np.float32]
Runtime: TypeAlias = Literal["openvino", "onnxruntime"]


class Network(Protocol):
    """One input, one output."""

    def __call__(self, tensor: Tensor) -> Tensor:
        """The output, which the next call may overwrite."""
        ...

    def release(self) -> None:
        """Give back what the last call took, its output among it, where the next may be long in coming."""
        ...


def best_runtime() -> Runtime:
    """OpenVINO where it is installed and the processor multiplies in bfloat16, else ONNX Runtime."""
    try:
        capable = "BF16" in _core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    except (ImportError, RuntimeError):
        return "onnxruntime"
    return "openvino" if capable else "onnxruntime"


def open_network(folder: Path, threads: int, runtime: Runtime, *, kernels: int) -> Network:
    """The network of a model folder. Raises ``ModelsMissing`` where it cannot be loaded.

    ``kernels``: how many layers as prepared for one shape OpenVINO keeps for when it comes again.
    """
    path = folder / "inference.onnx"
    try:
        return _OnOpenvino(path, threads, kernels) if runtime == "openvino" else _OnOnnxruntime(path, threads)
    except Exception as error:
        raise ModelsMissing(f"模型文件 {path} 无法载入（{type(error).__name__}）") from error


def version_of(runtime: Runtime) -> str:
    """The version of the library that runs the networks."""
    if runtime == "openvino":
        import openvino  # noqa: PLC0415 - only where it was chosen

        return str(openvino.__version__).partition("-")[0]
    import onnxruntime  # noqa: PLC0415 - only where it was chosen

    return str(onnxruntime.__version__)


_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
"""Of ``malloc.h``."""
_MAPPED, _KEPT = 4 << 20, 64 << 20
"""Bytes from which a block is mapped by itself, and of freed ones at the heap's end that are kept."""


@cache
def _core() -> Any:
    # oneDNN's own store would keep what CPU_RUNTIME_CACHE_CAPACITY lets go: 410 MB in place of 281
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "0")
    import openvino  # noqa: PLC0415 - 0.4 s and 30 MB, only where it is a choice

    _give_back_large_blocks()
    return openvino.Core()


def _give_back_large_blocks() -> None:
    """Let every block of four megabytes and more go back to the system when freed, where there is glibc.

    Left alone, glibc raises that size to 32 MB by and by; what OpenVINO takes for pages of many shapes then
    splinters the heap: 1,736 MB after 24 shapes in place of 611. At one megabyte it is 592, but every
    picture of a page and mask on it then takes its memory from the system anew, as it does where the end
    of the heap is given back at once: a born-digital page took 282 ms in place of 162.
    """
    with suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL("libc.so.6").mallopt
        mallopt(_M_MMAP_THRESHOLD, _MAPPED)
        mallopt(_M_TRIM_THRESHOLD, _KEPT)


class _OnOpenvino:
    """Threads are not bound to cores: every process would choose the same ones."""

    def __init__(self, path: Path, threads: int, kernels: int) -> None:
        settings = {
            "INFERENCE_NUM_THREADS": threads,
            "NUM_STREAMS": 1,
            "ENABLE_CPU_PINNING": False,
            "INFERENCE_PRECISION_HINT": "bf16",
            "CPU_RUNTIME_CACHE_CAPACITY": str(kernels),
        }
        self._model = _core().compile_model(str(path), "CPU", settings)
        self._request = self._model.create_infer_request()

    def __call__(self, tensor: Tensor) -> Tensor:
        return np.asarray(self._request.infer({0: tensor}, share_inputs=True, share_outputs=True)[0])

    def release(self) -> None:
        self._model.release_memory()
        with suppress(OSError, AttributeError):
            ctypes.CDLL("libc.so.6").malloc_trim(0)


class _OnOnnxruntime:
    """A session for shapes that never come twice.

    Memory patterns are planned and kept for each shape: without them four page shapes peaked at 396 MB in
    place of 642. The arena stays: without it every run takes its pages from the system anew, a fifth slower.
    """

    def __init__(self, path: Path, threads: int) -> None:
        import onnxruntime  # noqa: PLC0415 - only where it was chosen

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.enable_mem_pattern = False
        options.log_severity_level = 3
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name

    def __call__(self, tensor: Tensor) -> Tensor:
        return np.asarray(self._session.run(None, {self._input: tensor})[0], np.float32)

    def release(self) -> None:
        """Nothing: the arena stays."""
