"""A network on disk → a function from tensor to tensor, on OpenVINO or on ONNX Runtime.

Both run the same ``inference.onnx``. OpenVINO is taken where the processor multiplies in bfloat16 (Intel
since Cooper Lake, AMD since Zen 4): there it needs six tenths of the time. Elsewhere it gains nothing over
ONNX Runtime.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from ocr.models import ModelsMissing

Tensor: TypeAlias = npt.NDArray[np.float32]
Network: TypeAlias = Callable[[Tensor], Tensor]
"""One input, one output. The output may be overwritten by the next call."""
Runtime: TypeAlias = Literal["openvino", "onnxruntime"]


def best_runtime() -> Runtime:
    """OpenVINO where it is installed and the processor multiplies in bfloat16, else ONNX Runtime."""
    try:
        capable = "BF16" in _core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    except (ImportError, RuntimeError):
        return "onnxruntime"
    return "openvino" if capable else "onnxruntime"


def open_network(folder: Path, threads: int, runtime: Runtime) -> Network:
    """The network of a model folder. Raises ``ModelsMissing`` where it cannot be loaded."""
    path = folder / "inference.onnx"
    try:
        return _on_openvino(path, threads) if runtime == "openvino" else _on_onnxruntime(path, threads)
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
_LARGE = 3 * 640 * 640
"""After an input of more numbers, a page that is, memory is given back: 170 MB for 0.08 core-s."""


@cache
def _core() -> Any:
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


def _on_openvino(path: Path, threads: int) -> Network:
    """Threads are not bound to cores: every process would choose the same ones."""
    settings = {
        "INFERENCE_NUM_THREADS": threads,
        "NUM_STREAMS": 1,
        "ENABLE_CPU_PINNING": False,
        "INFERENCE_PRECISION_HINT": "bf16",
    }
    model = _core().compile_model(str(path), "CPU", settings)
    request = model.create_infer_request()

    def run(tensor: Tensor) -> Tensor:
        output = np.asarray(request.infer({0: tensor}, share_inputs=True, share_outputs=True)[0])
        if tensor.size > _LARGE:
            output = output.copy()
            model.release_memory()
        return output

    return run


def _on_onnxruntime(path: Path, threads: int) -> Network:
    """A session for shapes that never come twice.

    Memory patterns are planned and kept for each shape: without them four page shapes peaked at 396 MB in
    place of 642. The arena stays: without it every run takes its pages from the system anew, a fifth slower.
    """
    import onnxruntime  # noqa: PLC0415 - only where it was chosen

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    return lambda tensor: np.asarray(session.run(None, {name: tensor})[0], np.float32)
