"""The solver: the only module that knows HiGHS, and the only one that needs ``highspy``.

Nobody imports this at the top of a module: ``planner`` loads it when a plan is made, so that the
site runs without it and no web process carries it. One thread, one seed and gap and node limits
make a run repeatable; a time limit cannot be (HiGHS issue 3133), so it is only the last resort.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from .model import Model, Rij

ZAAD = 20261122
# Objectives are whole numbers, so less than one is nothing.
MARGE = 0.999
VERSCHIL = 0.5


@dataclass(frozen=True, slots=True)
class Oplossing:
    """What the solver came to: columns (None without any), bound, and whether it is proven."""

    waarden: Sequence[float] | None
    grens: float
    bewezen: bool


class Oplosser:
    """One model in the solver; objectives and extra rows follow each other on it."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._highs = highspy.Highs()
        for naam, waarde in {
            "output_flag": False,
            "log_to_console": False,
            "threads": 1,
            "random_seed": ZAAD,
            "mip_rel_gap": 0.0,
            "mip_abs_gap": MARGE,
        }.items():
            self._highs.setOptionValue(naam, waarde)
        self._highs.passModel(_build_lp(model.kolommen, model.rijen))

    def eis(self, doel: Mapping[int, int], minstens: int) -> None:
        """Add the row that keeps what an earlier level reached."""
        kolommen = np.fromiter(doel, dtype=np.int32, count=len(doel))
        getallen = np.fromiter(doel.values(), dtype=np.float64, count=len(doel))
        self._highs.addRow(float(minstens), highspy.kHighsInf, len(doel), kolommen, getallen)

    def los_op(
        self,
        doel: Mapping[int, int],
        *,
        start: Sequence[float],
        seconden: float,
        knopen: int,
        stop: Callable[[], bool],
        meld: Callable[[Sequence[float], float], None],
    ) -> Oplossing:
        """Maximise ``doel`` from ``start``; ``meld`` hears of every better solution and its bound.

        Comes back with the best so far when ``seconden`` or ``knopen`` are used up or ``stop``
        says so. Raises ``RuntimeError`` when the columns are not those of the value it reports:
        highspy 1.16.0 gives back the start after presolve, so the lock stays on 1.15.
        """
        highs = self._highs
        kosten = np.zeros(self._model.kolommen)
        for kolom, getal in doel.items():
            kosten[kolom] = getal
        highs.changeColsCost(len(kosten), np.arange(len(kosten), dtype=np.int32), kosten)
        highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        highs.setOptionValue("time_limit", highs.getRunTime() + seconden)
        highs.setOptionValue("mip_max_nodes", knopen)
        begin = highspy.HighsSolution()
        begin.col_value = list(start)
        highs.setSolution(begin)

        def onderbreek(event: highspy.highs.HighsCallbackEvent) -> None:
            if stop():
                event.interrupt()

        def beter(event: highspy.highs.HighsCallbackEvent) -> None:
            meld(list(event.data_out.mip_solution), event.data_out.mip_dual_bound)

        highs.cbMipInterrupt.subscribe(onderbreek)
        highs.cbSimplexInterrupt.subscribe(onderbreek)
        highs.cbMipImprovingSolution.subscribe(beter)
        try:
            highs.run()
        finally:
            highs.clearCallbacks()
        info = highs.getInfo()
        heeft = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        waarden = list(highs.getSolution().col_value) if heeft else None
        if waarden is not None:
            waarde = sum(getal * waarden[kolom] for kolom, getal in doel.items())
            if abs(waarde - info.objective_function_value) >= VERSCHIL:
                raise RuntimeError("the columns are not those of the value that was found")
        return Oplossing(
            waarden=waarden,
            grens=info.mip_dual_bound,
            bewezen=highs.getModelStatus() == highspy.HighsModelStatus.kOptimal,
        )


def _build_lp(kolommen: int, rijen: Sequence[Rij]) -> highspy.HighsLp:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = kolommen, len(rijen)
    lp.col_cost_ = np.zeros(kolommen)
    lp.col_lower_, lp.col_upper_ = np.zeros(kolommen), np.ones(kolommen)
    lp.row_lower_ = np.array([max(onder, -highspy.kHighsInf) for onder, _, _ in rijen])
    lp.row_upper_ = np.array([boven for _, boven, _ in rijen])
    lp.integrality_ = [highspy.HighsVarType.kInteger] * kolommen
    lengtes = [len(leden) for _, _, leden in rijen]
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum(lengtes)]).astype(np.int32)
    lp.a_matrix_.index_ = np.array([k for _, _, leden in rijen for k, _ in leden], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([c for _, _, leden in rijen for _, c in leden])
    return lp
