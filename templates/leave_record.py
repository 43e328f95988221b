# ruff: noqa
# fmt: off
"""Generated from leave_record.docx; never edited."""

def fill_d16083bbe2ba9c01(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('备案单位', M['备案单位'])
    n2 = get('请假人员', M['请假人员'])
    p1 = n0
    p3 = n1
    if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
        extend((
        C[0],
        p1.encode(),
        C[1],
        p3.encode(),
        C[2],
        ))
    else:
        extend((
        C[0],
        put(p1, S[0], state),
        C[1],
        put(p3, S[1], state),
        C[2],
        ))
    q1 = items(n2)
    z1 = len(q1)
    meter.enter(z1, 2648)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('序号', NO)) is not NO else attribute(k1, '序号'))
        p3 = (u if k1.__class__ is dict and (u := k1.get('姓名', NO)) is not NO else attribute(k1, '姓名'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('单位职务', NO)) is not NO else attribute(k1, '单位职务'))
        p7 = (u if k1.__class__ is dict and (u := k1.get('起始日期', NO)) is not NO else attribute(k1, '起始日期'))
        p9 = (u if k1.__class__ is dict and (u := k1.get('截止日期', NO)) is not NO else attribute(k1, '截止日期'))
        p11 = (u if k1.__class__ is dict and (u := k1.get('去向', NO)) is not NO else attribute(k1, '去向'))
        p13 = (u if k1.__class__ is dict and (u := k1.get('联系电话', NO)) is not NO else attribute(k1, '联系电话'))
        p15 = (u if k1.__class__ is dict and (u := k1.get('返岗所需时间', NO)) is not NO else attribute(k1, '返岗所需时间'))
        p17 = (u if k1.__class__ is dict and (u := k1.get('代管人员', NO)) is not NO else attribute(k1, '代管人员'))
        p19 = (u if k1.__class__ is dict and (u := k1.get('批准人', NO)) is not NO else attribute(k1, '批准人'))
        p21 = (u if k1.__class__ is dict and (u := k1.get('通讯抽查', NO)) is not NO else attribute(k1, '通讯抽查'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and p21.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19 + p21) < FREE and special(t) is None:
            extend((
            C[3],
            p1.encode(),
            C[4],
            p3.encode(),
            C[5],
            p5.encode(),
            C[6],
            p7.encode(),
            C[7],
            p9.encode(),
            C[8],
            p11.encode(),
            C[9],
            p13.encode(),
            C[10],
            p15.encode(),
            C[11],
            p17.encode(),
            C[12],
            p19.encode(),
            C[13],
            p21.encode(),
            C[14],
            ))
        else:
            extend((
            C[3],
            put(p1, S[3], state),
            C[4],
            put(p3, S[4], state),
            C[5],
            put(p5, S[5], state),
            C[6],
            put(p7, S[6], state),
            C[7],
            put(p9, S[7], state),
            C[8],
            put(p11, S[8], state),
            C[9],
            put(p13, S[9], state),
            C[10],
            put(p15, S[10], state),
            C[11],
            put(p17, S[11], state),
            C[12],
            put(p19, S[12], state),
            C[13],
            put(p21, S[13], state),
            C[14],
            ))
        pass
    extend((
    C[15],
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
