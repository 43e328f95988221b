# ruff: noqa
# fmt: off
"""Generated from incident_report.docx; never edited."""

def fill_e0319f0a28a82fbc(get, state, meter, out):
    extend = out.extend
    n0 = get('标题分行', M['标题分行'])
    n1 = get('报送单位', M['报送单位'])
    n2 = get('报送类型', M['报送类型'])
    n3 = get('报送时间', M['报送时间'])
    n4 = get('签发人', M['签发人'])
    n5 = get('接报时间', M['接报时间'])
    n6 = get('信息来源', M['信息来源'])
    n7 = get('事发时间', M['事发时间'])
    n8 = get('事件类别', M['事件类别'])
    n9 = get('事发地点', M['事发地点'])
    n10 = get('事发单位概况', M['事发单位概况'])
    n11 = get('简要经过', M['简要经过'])
    n12 = get('伤亡情况', M['伤亡情况'])
    n13 = get('损失', M['损失'])
    n14 = get('初步等级', M['初步等级'])
    n15 = get('现场情况', M['现场情况'])
    n16 = get('发展趋势', M['发展趋势'])
    n17 = get('已采取措施', M['已采取措施'])
    n18 = get('领导到位情况', M['领导到位情况'])
    n19 = get('需协调事项', M['需协调事项'])
    n20 = get('初步原因', M['初步原因'])
    n21 = get('报送用时', M['报送用时'])
    n22 = get('联系人', M['联系人'])
    n23 = get('电话', M['电话'])
    p1 = n0
    p3 = n1
    p5 = n2
    p7 = n3
    p9 = n4
    p11 = n5
    p13 = n6
    p15 = n7
    p17 = n8
    p19 = n9
    p21 = n10
    p23 = n11
    p25 = n12
    p27 = n13
    p29 = n14
    p31 = n15
    p33 = n16
    p35 = n17
    p37 = n18
    p39 = n19
    p41 = n20
    p43 = n21
    p45 = n22
    p47 = n23
    if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and p21.__class__ is str and p23.__class__ is str and p25.__class__ is str and p27.__class__ is str and p29.__class__ is str and p31.__class__ is str and p33.__class__ is str and p35.__class__ is str and p37.__class__ is str and p39.__class__ is str and p41.__class__ is str and p43.__class__ is str and p45.__class__ is str and p47.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19 + p21 + p23 + p25 + p27 + p29 + p31 + p33 + p35 + p37 + p39 + p41 + p43 + p45 + p47) < FREE and special(t) is None:
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
        p15.encode(),
        C[8],
        p17.encode(),
        C[9],
        p19.encode(),
        C[10],
        p21.encode(),
        C[11],
        p23.encode(),
        C[12],
        p25.encode(),
        C[13],
        p27.encode(),
        C[14],
        p29.encode(),
        C[15],
        p31.encode(),
        C[16],
        p33.encode(),
        C[17],
        p35.encode(),
        C[18],
        p37.encode(),
        C[19],
        p39.encode(),
        C[20],
        p41.encode(),
        C[21],
        p43.encode(),
        C[22],
        p45.encode(),
        C[23],
        p47.encode(),
        C[24],
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
        put(p15, S[7], state),
        C[8],
        put(p17, S[8], state),
        C[9],
        put(p19, S[9], state),
        C[10],
        put(p21, S[10], state),
        C[11],
        put(p23, S[11], state),
        C[12],
        put(p25, S[12], state),
        C[13],
        put(p27, S[13], state),
        C[14],
        put(p29, S[14], state),
        C[15],
        put(p31, S[15], state),
        C[16],
        put(p33, S[16], state),
        C[17],
        put(p35, S[17], state),
        C[18],
        put(p37, S[18], state),
        C[19],
        put(p39, S[19], state),
        C[20],
        put(p41, S[20], state),
        C[21],
        put(p43, S[21], state),
        C[22],
        put(p45, S[22], state),
        C[23],
        put(p47, S[23], state),
        C[24],
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
