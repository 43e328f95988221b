# ruff: noqa
# fmt: off
"""Generated from supervision_plan.docx; never edited."""

def fill_e9518fdf2f32bf96(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('章', M['章'])
    n2 = get('督导开始', M['督导开始'])
    n3 = get('督导结束', M['督导结束'])
    n4 = get('最迟进驻日期', M['最迟进驻日期'])
    n5 = get('督导任务', M['督导任务'])
    n6 = get('节', M['节'])
    n7 = get('督导方式', M['督导方式'])
    n8 = get('督导内容', M['督导内容'])
    n9 = get('分组', M['分组'])
    n10 = get('问题处置', M['问题处置'])
    n11 = get('反馈与报告', M['反馈与报告'])
    n12 = get('配合事项', M['配合事项'])
    n13 = get('工作纪律', M['工作纪律'])
    n14 = get('经费保障', M['经费保障'])
    n15 = get('附件说明', M['附件说明'])
    n16 = get('落款', M['落款'])
    p1 = n0
    p3 = n1
    p5 = n2
    p7 = n3
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and len(t := p1 + p3 + p5 + p7) < FREE and special(t) is None:
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
        ))
    if n4:
        p1 = n4
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[5],
            p1.encode(),
            C[6],
            ))
        else:
            extend((
            C[5],
            put(p1, S[5], state),
            C[6],
            ))
        pass
    extend((
    C[7],
    ))
    if n5:
        p1 = n1
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[8],
            p1.encode(),
            C[9],
            ))
        else:
            extend((
            C[8],
            put(p1, S[8], state),
            C[9],
            ))
        q1 = items(n5)
        z1 = len(q1)
        meter.enter(z1, 152)
        for i1, k1 in enumerate(q1):
            if not i1 & 63: meter.check()
            p1 = n6
            p3 = k1
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[10],
                p1.encode(),
                C[11],
                p3.encode(),
                C[12],
                ))
            else:
                extend((
                C[10],
                put(p1, S[10], state),
                C[11],
                put(p3, S[11], state),
                C[12],
                ))
            pass
        pass
    if n7:
        p1 = n1
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[13],
            p1.encode(),
            C[14],
            ))
        else:
            extend((
            C[13],
            put(p1, S[15], state),
            C[14],
            ))
        q2 = items(n7)
        z2 = len(q2)
        meter.enter(z2, 152)
        for i2, k2 in enumerate(q2):
            if not i2 & 63: meter.check()
            p1 = n6
            p3 = k2
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[15],
                p1.encode(),
                C[16],
                p3.encode(),
                C[17],
                ))
            else:
                extend((
                C[15],
                put(p1, S[17], state),
                C[16],
                put(p3, S[18], state),
                C[17],
                ))
            pass
        pass
    if n8:
        p1 = n1
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[18],
            p1.encode(),
            C[19],
            ))
        else:
            extend((
            C[18],
            put(p1, S[22], state),
            C[19],
            ))
        q3 = items(n8)
        z3 = len(q3)
        meter.enter(z3, 152)
        for i3, k3 in enumerate(q3):
            if not i3 & 63: meter.check()
            p1 = n6
            p3 = k3
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[20],
                p1.encode(),
                C[21],
                p3.encode(),
                C[22],
                ))
            else:
                extend((
                C[20],
                put(p1, S[24], state),
                C[21],
                put(p3, S[25], state),
                C[22],
                ))
            pass
        pass
    p1 = n1
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[23],
        p1.encode(),
        C[24],
        ))
    else:
        extend((
        C[23],
        put(p1, S[28], state),
        C[24],
        ))
    q4 = items(n9)
    z4 = len(q4)
    meter.enter(z4, 1485)
    for i4, k4 in enumerate(q4):
        if not i4 & 63: meter.check()
        p1 = (u if k4.__class__ is dict and (u := k4.get('组号', NO)) is not NO else attribute(k4, '组号'))
        p3 = (u if k4.__class__ is dict and (u := k4.get('组长说明', NO)) is not NO else attribute(k4, '组长说明'))
        p5 = (u if k4.__class__ is dict and (u := k4.get('成员说明', NO)) is not NO else attribute(k4, '成员说明'))
        p7 = (u if k4.__class__ is dict and (u := k4.get('联络员说明', NO)) is not NO else attribute(k4, '联络员说明'))
        p9 = (u if k4.__class__ is dict and (u := k4.get('负责地区', NO)) is not NO else attribute(k4, '负责地区'))
        p11 = (u if k4.__class__ is dict and (u := k4.get('进驻日期', NO)) is not NO else attribute(k4, '进驻日期'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
            extend((
            C[25],
            p1.encode(),
            C[26],
            p3.encode(),
            C[27],
            p5.encode(),
            C[28],
            p7.encode(),
            C[29],
            p9.encode(),
            C[30],
            p11.encode(),
            C[31],
            ))
        else:
            extend((
            C[25],
            put(p1, S[30], state),
            C[26],
            put(p3, S[31], state),
            C[27],
            put(p5, S[32], state),
            C[28],
            put(p7, S[33], state),
            C[29],
            put(p9, S[34], state),
            C[30],
            put(p11, S[35], state),
            C[31],
            ))
        pass
    extend((
    C[32],
    ))
    if n10:
        p1 = n1
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[33],
            p1.encode(),
            C[34],
            ))
        else:
            extend((
            C[33],
            put(p1, S[38], state),
            C[34],
            ))
        q5 = items(n10)
        z5 = len(q5)
        meter.enter(z5, 152)
        for i5, k5 in enumerate(q5):
            if not i5 & 63: meter.check()
            p1 = n6
            p3 = k5
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[35],
                p1.encode(),
                C[36],
                p3.encode(),
                C[37],
                ))
            else:
                extend((
                C[35],
                put(p1, S[40], state),
                C[36],
                put(p3, S[41], state),
                C[37],
                ))
            pass
        pass
    p1 = n1
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[38],
        p1.encode(),
        C[39],
        ))
    else:
        extend((
        C[38],
        put(p1, S[44], state),
        C[39],
        ))
    q6 = items(n11)
    z6 = len(q6)
    meter.enter(z6, 161)
    for i6, k6 in enumerate(q6):
        if not i6 & 63: meter.check()
        p1 = n6
        p3 = (u if k6.__class__ is dict and (u := k6.get('内容', NO)) is not NO else attribute(k6, '内容'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[40],
            p1.encode(),
            C[41],
            p3.encode(),
            ))
        else:
            extend((
            C[40],
            put(p1, S[46], state),
            C[41],
            put(p3, S[47], state),
            ))
        if (u if k6.__class__ is dict and (u := k6.get('时限', NO)) is not NO else attribute(k6, '时限')):
            p1 = (u if k6.__class__ is dict and (u := k6.get('时限', NO)) is not NO else attribute(k6, '时限'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[42],
                p1.encode(),
                ))
            else:
                extend((
                C[42],
                put(p1, S[49], state),
                ))
            pass
        extend((
        C[43],
        ))
        pass
    if n12:
        p1 = n1
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[44],
            p1.encode(),
            C[45],
            ))
        else:
            extend((
            C[44],
            put(p1, S[53], state),
            C[45],
            ))
        q7 = items(n12)
        z7 = len(q7)
        meter.enter(z7, 152)
        for i7, k7 in enumerate(q7):
            if not i7 & 63: meter.check()
            p1 = n6
            p3 = k7
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[46],
                p1.encode(),
                C[47],
                p3.encode(),
                C[48],
                ))
            else:
                extend((
                C[46],
                put(p1, S[55], state),
                C[47],
                put(p3, S[56], state),
                C[48],
                ))
            pass
        pass
    if n13:
        p1 = n1
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[49],
            p1.encode(),
            C[50],
            ))
        else:
            extend((
            C[49],
            put(p1, S[60], state),
            C[50],
            ))
        q8 = items(n13)
        z8 = len(q8)
        meter.enter(z8, 152)
        for i8, k8 in enumerate(q8):
            if not i8 & 63: meter.check()
            p1 = n6
            p3 = k8
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[51],
                p1.encode(),
                C[52],
                p3.encode(),
                C[53],
                ))
            else:
                extend((
                C[51],
                put(p1, S[62], state),
                C[52],
                put(p3, S[63], state),
                C[53],
                ))
            pass
        pass
    if n14:
        p1 = n1
        p3 = n14
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[54],
            p1.encode(),
            C[55],
            p3.encode(),
            C[56],
            ))
        else:
            extend((
            C[54],
            put(p1, S[67], state),
            C[55],
            put(p3, S[68], state),
            C[56],
            ))
        pass
    if n15:
        extend((
        put(n15, S[71], state),
        ))
        pass
    extend((
    C[57],
    put(n16, S[73], state),
    C[58],
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
