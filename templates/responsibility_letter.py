# ruff: noqa
# fmt: off
"""Generated from responsibility_letter.docx; never edited."""

def fill_219ca5edc09ac0c9(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('甲方', M['甲方'])
    n2 = get('乙方', M['乙方'])
    n3 = get('考核期', M['考核期'])
    n4 = get('开始日期', M['开始日期'])
    n5 = get('截止日期', M['截止日期'])
    n6 = get('章', M['章'])
    n7 = get('事故控制指标', M['事故控制指标'])
    n8 = get('节', M['节'])
    n9 = get('工作目标', M['工作目标'])
    n10 = get('职责', M['职责'])
    n11 = get('考核办法', M['考核办法'])
    n12 = get('奖惩', M['奖惩'])
    n13 = get('责任人变更', M['责任人变更'])
    n14 = get('份数', M['份数'])
    n15 = get('签订日期', M['签订日期'])
    p1 = n0
    p3 = n1
    p5 = n2
    p7 = n3
    p9 = n4
    p11 = n5
    p13 = n6
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13) < FREE and special(t) is None:
        extend((
        C[0],
        p1.encode(),
        C[1],
        p3.encode(),
        C[2],
        p5.encode(),
        C[3],
        p7.encode(),
        C[4],
        p9.encode(),
        C[5],
        p11.encode(),
        C[6],
        p13.encode(),
        C[7],
        ))
    else:
        extend((
        C[0],
        put(p1, S[0], state),
        C[1],
        put(p3, S[1], state),
        C[2],
        put(p5, S[2], state),
        C[3],
        put(p7, S[3], state),
        C[4],
        put(p9, S[4], state),
        C[5],
        put(p11, S[5], state),
        C[6],
        put(p13, S[6], state),
        C[7],
        ))
    q1 = items(n7)
    z1 = len(q1)
    meter.enter(z1, 155)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = n8
        p3 = (u if k1.__class__ is dict and (u := k1.get('指标', NO)) is not NO else attribute(k1, '指标'))
        p4 = (u if k1.__class__ is dict and (u := k1.get('控制数', NO)) is not NO else attribute(k1, '控制数'))
        if p1.__class__ is str and p3.__class__ is str and p4.__class__ is str and len(t := p1 + p3 + p4) < FREE and special(t) is None:
            extend((
            C[8],
            p1.encode(),
            C[9],
            p3.encode(),
            p4.encode(),
            C[10],
            ))
        else:
            extend((
            C[8],
            put(p1, S[8], state),
            C[9],
            put(p3, S[9], state),
            put(p4, S[10], state),
            C[10],
            ))
        pass
    p1 = n6
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[11],
        p1.encode(),
        C[12],
        ))
    else:
        extend((
        C[11],
        put(p1, S[12], state),
        C[12],
        ))
    q2 = items(n9)
    z2 = len(q2)
    meter.enter(z2, 152)
    for i2, k2 in enumerate(q2):
        if not i2 & 63: meter.check()
        p1 = n8
        p3 = k2
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[13],
            p1.encode(),
            C[14],
            p3.encode(),
            C[15],
            ))
        else:
            extend((
            C[13],
            put(p1, S[14], state),
            C[14],
            put(p3, S[15], state),
            C[15],
            ))
        pass
    p1 = n6
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[16],
        p1.encode(),
        C[17],
        ))
    else:
        extend((
        C[16],
        put(p1, S[17], state),
        C[17],
        ))
    q3 = items(n10)
    z3 = len(q3)
    meter.enter(z3, 152)
    for i3, k3 in enumerate(q3):
        if not i3 & 63: meter.check()
        p1 = n8
        p3 = k3
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[18],
            p1.encode(),
            C[19],
            p3.encode(),
            C[20],
            ))
        else:
            extend((
            C[18],
            put(p1, S[19], state),
            C[19],
            put(p3, S[20], state),
            C[20],
            ))
        pass
    p1 = n6
    p3 = n11
    p4 = n12
    p6 = n6
    p8 = n13
    p10 = n14
    p12 = n15
    p14 = n15
    if p1.__class__ is str and p3.__class__ is str and p4.__class__ is str and p6.__class__ is str and p8.__class__ is str and p10.__class__ is str and p12.__class__ is str and p14.__class__ is str and len(t := p1 + p3 + p4 + p6 + p8 + p10 + p12 + p14) < FREE and special(t) is None:
        extend((
        C[21],
        p1.encode(),
        C[22],
        p3.encode(),
        p4.encode(),
        C[23],
        p6.encode(),
        C[24],
        p8.encode(),
        C[25],
        p10.encode(),
        C[26],
        p12.encode(),
        C[27],
        p14.encode(),
        C[28],
        ))
    else:
        extend((
        C[21],
        put(p1, S[22], state),
        C[22],
        put(p3, S[23], state),
        put(p4, S[24], state),
        C[23],
        put(p6, S[25], state),
        C[24],
        put(p8, S[26], state),
        C[25],
        put(p10, S[27], state),
        C[26],
        put(p12, S[28], state),
        C[27],
        put(p14, S[29], state),
        C[28],
        ))


def fill_6d8f4b413728b4ef(get, state, meter, out):
    extend = out.extend
    n0 = get('文档标题', M['文档标题'])
    p1 = n0
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[0],
        p1.encode(),
        C[1],
        ))
    else:
        extend((
        C[0],
        put(p1, S[0], state),
        C[1],
        ))
