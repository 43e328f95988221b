from __future__ import annotations

from tongzhi.standard.gbt9704 import GBT9704
from tongzhi.word.sizes import HAO, Mm, Pt, name_size


def test_lengths_round_to_twips_and_back():
    assert Mm(37) == 2098
    assert Pt(28.95) == 579
    assert Pt(22).half_points == 44
    assert abs(Mm(156).mm - 156) < 0.01
    assert Pt(1.5).eighths == 12


def test_sizes_have_their_chinese_names():
    assert HAO["三号"].pt == 16
    assert name_size(Pt(22)) == "二号"
    assert name_size(Pt(20)) == "20磅"


def test_lengths_stay_themselves_on_the_way_to_another_process():
    import pickle

    assert pickle.loads(pickle.dumps(Mm(5))) == Mm(5)
    assert pickle.loads(pickle.dumps(GBT9704)) == GBT9704
