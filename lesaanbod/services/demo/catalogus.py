"""All demo texts together, in the order in which they stand in the tree."""

from .docenten import TRAININGEN
from .groep_8 import GASTLESSEN_GROEP_8
from .groep_8_verder import VERDER_GROEP_8
from .kapot_sterk import KAPOT_STERK
from .mbo import LESSEN_MBO
from .teksten import DemoLes, DemoTraining
from .vo import GASTLESSEN_VO
from .vo_recht import RECHT_VO
from .vo_verder import VERDER_VO

AANBOD: tuple[DemoLes | DemoTraining, ...] = (
    KAPOT_STERK,
    *GASTLESSEN_GROEP_8,
    *VERDER_GROEP_8,
    *GASTLESSEN_VO,
    *RECHT_VO,
    *VERDER_VO,
    *LESSEN_MBO,
    *TRAININGEN,
)
