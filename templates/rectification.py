# ruff: noqa
# fmt: off
"""Generated from rectification.docx; never edited."""

def fill_fb3c91bcc1cad430(get, state, meter, out):
    extend = out.extend
    n0 = get('附件序号', M['附件序号'])
    n1 = get('标题分行', M['标题分行'])
    n2 = get('发文机关', M['发文机关'])
    n3 = get('填报日期', M['填报日期'])
    n4 = get('隐患', M['隐患'])
    n5 = get('合计句', M['合计句'])
    n6 = get('底数句', M['底数句'])
    n7 = get('填报人', M['填报人'])
    n8 = get('审核人', M['审核人'])
    extend((
    C[0],
    ))
    if n0:
        p1 = n0
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[1],
            p1.encode(),
            C[2],
            ))
        else:
            extend((
            C[1],
            put(p1, S[1], state),
            C[2],
            ))
        pass
    p1 = n1
    p3 = n2
    p5 = n3
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
        extend((
        C[3],
        p1.encode(),
        C[4],
        p3.encode(),
        C[5],
        p5.encode(),
        C[6],
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
        ))
    q1 = items(n4)
    z1 = len(q1)
    meter.enter(z1, 3615)
    for i1, k1 in enumerate(q1):
        if not i1 & 63: meter.check()
        p1 = (u if k1.__class__ is dict and (u := k1.get('序号', NO)) is not NO else attribute(k1, '序号'))
        p3 = (u if k1.__class__ is dict and (u := k1.get('隐患编号', NO)) is not NO else attribute(k1, '隐患编号'))
        p5 = (u if k1.__class__ is dict and (u := k1.get('所属地区', NO)) is not NO else attribute(k1, '所属地区'))
        p7 = (u if k1.__class__ is dict and (u := k1.get('行业领域', NO)) is not NO else attribute(k1, '行业领域'))
        p9 = (u if k1.__class__ is dict and (u := k1.get('单位名称', NO)) is not NO else attribute(k1, '单位名称'))
        p11 = (u if k1.__class__ is dict and (u := k1.get('隐患部位', NO)) is not NO else attribute(k1, '隐患部位'))
        p13 = (u if k1.__class__ is dict and (u := k1.get('描述', NO)) is not NO else attribute(k1, '描述'))
        p15 = (u if k1.__class__ is dict and (u := k1.get('隐患等级', NO)) is not NO else attribute(k1, '隐患等级'))
        p17 = (u if k1.__class__ is dict and (u := k1.get('发现', NO)) is not NO else attribute(k1, '发现'))
        p19 = (u if k1.__class__ is dict and (u := k1.get('措施', NO)) is not NO else attribute(k1, '措施'))
        p21 = (u if k1.__class__ is dict and (u := k1.get('责任', NO)) is not NO else attribute(k1, '责任'))
        p23 = (u if k1.__class__ is dict and (u := k1.get('监管', NO)) is not NO else attribute(k1, '监管'))
        p25 = (u if k1.__class__ is dict and (u := k1.get('资金', NO)) is not NO else attribute(k1, '资金'))
        p27 = (u if k1.__class__ is dict and (u := k1.get('时限', NO)) is not NO else attribute(k1, '时限'))
        p29 = (u if k1.__class__ is dict and (u := k1.get('管控', NO)) is not NO else attribute(k1, '管控'))
        p31 = (u if k1.__class__ is dict and (u := k1.get('进展', NO)) is not NO else attribute(k1, '进展'))
        p33 = (u if k1.__class__ is dict and (u := k1.get('备注', NO)) is not NO else attribute(k1, '备注'))
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and p21.__class__ is str and p23.__class__ is str and p25.__class__ is str and p27.__class__ is str and p29.__class__ is str and p31.__class__ is str and p33.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19 + p21 + p23 + p25 + p27 + p29 + p31 + p33) < FREE and special(t) is None:
            extend((
            C[7],
            p1.encode(),
            C[8],
            p3.encode(),
            C[9],
            p5.encode(),
            C[10],
            p7.encode(),
            C[11],
            p9.encode(),
            C[12],
            p11.encode(),
            C[13],
            p13.encode(),
            C[14],
            p15.encode(),
            C[15],
            p17.encode(),
            C[16],
            p19.encode(),
            C[17],
            p21.encode(),
            C[18],
            p23.encode(),
            C[19],
            p25.encode(),
            C[20],
            p27.encode(),
            C[21],
            p29.encode(),
            C[22],
            p31.encode(),
            C[23],
            p33.encode(),
            C[24],
            ))
        else:
            extend((
            C[7],
            put(p1, S[7], state),
            C[8],
            put(p3, S[8], state),
            C[9],
            put(p5, S[9], state),
            C[10],
            put(p7, S[10], state),
            C[11],
            put(p9, S[11], state),
            C[12],
            put(p11, S[12], state),
            C[13],
            put(p13, S[13], state),
            C[14],
            put(p15, S[14], state),
            C[15],
            put(p17, S[15], state),
            C[16],
            put(p19, S[16], state),
            C[17],
            put(p21, S[17], state),
            C[18],
            put(p23, S[18], state),
            C[19],
            put(p25, S[19], state),
            C[20],
            put(p27, S[20], state),
            C[21],
            put(p29, S[21], state),
            C[22],
            put(p31, S[22], state),
            C[23],
            put(p33, S[23], state),
            C[24],
            ))
        pass
    p1 = n5
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[25],
        p1.encode(),
        C[26],
        ))
    else:
        extend((
        C[25],
        put(p1, S[25], state),
        C[26],
        ))
    if n6:
        p1 = n6
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[27],
            p1.encode(),
            C[28],
            ))
        else:
            extend((
            C[27],
            put(p1, S[27], state),
            C[28],
            ))
        pass
    p1 = n7
    p3 = n8
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
        put(p1, S[29], state),
        C[30],
        put(p3, S[30], state),
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
