# ruff: noqa
# fmt: off
"""Generated from duty_roster.docx; never edited."""

def fill_4a644d97e79f3762(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('单位', M['单位'])
    n2 = get('报送时限', M['报送时限'])
    n3 = get('值班地点', M['值班地点'])
    n4 = get('固定电话', M['固定电话'])
    n5 = get('传真', M['传真'])
    n6 = get('总带班领导', M['总带班领导'])
    n7 = get('值班安排', M['值班安排'])
    n8 = get('应急队伍待命', M['应急队伍待命'])
    n9 = get('驾驶员车辆', M['驾驶员车辆'])
    n10 = get('请假备案', M['请假备案'])
    n11 = get('填报人', M['填报人'])
    n12 = get('审核人', M['审核人'])
    p1 = n0
    p3 = n1
    p5 = n2
    p7 = n3
    p9 = n4
    p11 = n5
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
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
        ))
    if n6:
        p1 = n6
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[6],
            p1.encode(),
            ))
        else:
            extend((
            C[6],
            put(p1, S[7], state),
            ))
        pass
    extend((
    C[7],
    ))
    q1 = items(n7)
    z1 = len(q1)
    meter.enter(z1, 1761)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('日期', NO)) is not NO else attribute(k1, '日期'))
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[8],
            p1.encode(),
            ))
        else:
            extend((
            C[8],
            put(p1, S[10], state),
            ))
        if (u if k1.__class__ is dict and (u := k1.get('时段', NO)) is not NO else attribute(k1, '时段')):
            p1 = (u if k1.__class__ is dict and (u := k1.get('时段', NO)) is not NO else attribute(k1, '时段'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[9],
                p1.encode(),
                ))
            else:
                extend((
                C[9],
                put(p1, S[12], state),
                ))
            pass
        p1 = (u if k1.__class__ is dict and (u := k1.get('星期', NO)) is not NO else attribute(k1, '星期'))
        p3 = (u if k1.__class__ is dict and (u := k1.get('带班', NO)) is not NO else attribute(k1, '带班'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('带班电话', NO)) is not NO else attribute(k1, '带班电话'))
        p7 = (u if k1.__class__ is dict and (u := k1.get('值班', NO)) is not NO else attribute(k1, '值班'))
        p9 = (u if k1.__class__ is dict and (u := k1.get('值班电话', NO)) is not NO else attribute(k1, '值班电话'))
        p11 = (u if k1.__class__ is dict and (u := k1.get('备班', NO)) is not NO else attribute(k1, '备班'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
            extend((
            C[10],
            p1.encode(),
            C[11],
            p3.encode(),
            C[12],
            p5.encode(),
            C[13],
            p7.encode(),
            C[14],
            p9.encode(),
            C[15],
            p11.encode(),
            C[16],
            ))
        else:
            extend((
            C[10],
            put(p1, S[14], state),
            C[11],
            put(p3, S[15], state),
            C[12],
            put(p5, S[16], state),
            C[13],
            put(p7, S[17], state),
            C[14],
            put(p9, S[18], state),
            C[15],
            put(p11, S[19], state),
            C[16],
            ))
        pass
    extend((
    C[17],
    ))
    q2 = items(n8)
    z2 = len(q2)
    meter.enter(z2, 167)
    for i2, k2 in enumerate(q2):
        if not i2 & 63: meter.check()
        p1 = k2
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
        pass
    q3 = items(n9)
    z3 = len(q3)
    meter.enter(z3, 167)
    for i3, k3 in enumerate(q3):
        if not i3 & 63: meter.check()
        p1 = k3
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[20],
            p1.encode(),
            C[21],
            ))
        else:
            extend((
            C[20],
            put(p1, S[25], state),
            C[21],
            ))
        pass
    q4 = items(n10)
    z4 = len(q4)
    meter.enter(z4, 200)
    for i4, k4 in enumerate(q4):
        if not i4 & 63: meter.check()
        p1 = (u if k4.__class__ is dict and (u := k4.get('姓名', NO)) is not NO else attribute(k4, '姓名'))
        p3 = (u if k4.__class__ is dict and (u := k4.get('起', NO)) is not NO else attribute(k4, '起'))
        p5 = (u if k4.__class__ is dict and (u := k4.get('止', NO)) is not NO else attribute(k4, '止'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
            extend((
            C[22],
            p1.encode(),
            C[23],
            p3.encode(),
            C[24],
            p5.encode(),
            ))
        else:
            extend((
            C[22],
            put(p1, S[28], state),
            C[23],
            put(p3, S[29], state),
            C[24],
            put(p5, S[30], state),
            ))
        if (u if k4.__class__ is dict and (u := k4.get('去向', NO)) is not NO else attribute(k4, '去向')):
            p1 = (u if k4.__class__ is dict and (u := k4.get('去向', NO)) is not NO else attribute(k4, '去向'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[25],
                p1.encode(),
                ))
            else:
                extend((
                C[25],
                put(p1, S[32], state),
                ))
            pass
        if (u if k4.__class__ is dict and (u := k4.get('电话', NO)) is not NO else attribute(k4, '电话')):
            p1 = (u if k4.__class__ is dict and (u := k4.get('电话', NO)) is not NO else attribute(k4, '电话'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[26],
                p1.encode(),
                ))
            else:
                extend((
                C[26],
                put(p1, S[35], state),
                ))
            pass
        if (u if k4.__class__ is dict and (u := k4.get('返岗所需时间', NO)) is not NO else attribute(k4, '返岗所需时间')):
            p1 = (u if k4.__class__ is dict and (u := k4.get('返岗所需时间', NO)) is not NO else attribute(k4, '返岗所需时间'))
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[27],
                p1.encode(),
                ))
            else:
                extend((
                C[27],
                put(p1, S[38], state),
                ))
            pass
        extend((
        C[28],
        ))
        pass
    p1 = n11
    p3 = n12
    if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
        extend((
        C[29],
        p1.encode(),
        C[30],
        p3.encode(),
        C[31],
        ))
    else:
        extend((
        C[29],
        put(p1, S[41], state),
        C[30],
        put(p3, S[42], state),
        C[31],
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
