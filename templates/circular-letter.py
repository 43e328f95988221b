# ruff: noqa
# fmt: off
"""Generated from circular-letter.docx; never edited."""

def fill_5976093f01d3a2bd(get, state, meter, out):
    extend = out.extend
    n0 = get('发文稿纸', M['发文稿纸'])
    n1 = get('发文机关', M['发文机关'])
    n2 = get('发文字号', M['发文字号'])
    n3 = get('紧急程度', M['紧急程度'])
    n4 = get('标题', M['标题'])
    n5 = get('主送全称', M['主送全称'])
    n6 = get('抄送', M['抄送'])
    n7 = get('附件目录', M['附件目录'])
    n8 = get('成文日期', M['成文日期'])
    n9 = get('版头', M['版头'])
    n10 = get('份号', M['份号'])
    n11 = get('密级标注', M['密级标注'])
    n12 = get('标题分行', M['标题分行'])
    n13 = get('主送', M['主送'])
    n14 = get('开头段', M['开头段'])
    n15 = get('种类', M['种类'])
    n16 = get('章', M['章'])
    n17 = get('发生时间', M['发生时间'])
    n18 = get('事故单位', M['事故单位'])
    n19 = get('地点', M['地点'])
    n20 = get('经过句', M['经过句'])
    n21 = get('伤亡句', M['伤亡句'])
    n22 = get('直接经济损失', M['直接经济损失'])
    n23 = get('等级句', M['等级句'])
    n24 = get('初步原因', M['初步原因'])
    n25 = get('原因句', M['原因句'])
    n26 = get('领导批示', M['领导批示'])
    n27 = get('批示句', M['批示句'])
    n28 = get('暴露问题', M['暴露问题'])
    n29 = get('节', M['节'])
    n30 = get('处理意见', M['处理意见'])
    n31 = get('处理意见段', M['处理意见段'])
    n32 = get('督查时间', M['督查时间'])
    n33 = get('督查组', M['督查组'])
    n34 = get('方式', M['方式'])
    n35 = get('对象及数量', M['对象及数量'])
    n36 = get('总体情况', M['总体情况'])
    n37 = get('总体情况段', M['总体情况段'])
    n38 = get('做法成效', M['做法成效'])
    n39 = get('做法成效段', M['做法成效段'])
    n40 = get('问题分组', M['问题分组'])
    n41 = get('整改句', M['整改句'])
    n42 = get('抽查时间', M['抽查时间'])
    n43 = get('抽查单位数', M['抽查单位数'])
    n44 = get('正常', M['正常'])
    n45 = get('不在岗', M['不在岗'])
    n46 = get('问题单位', M['问题单位'])
    n47 = get('到会句', M['到会句'])
    n48 = get('到会分单位', M['到会分单位'])
    n49 = get('到会情况', M['到会情况'])
    n50 = get('存在问题', M['存在问题'])
    n51 = get('交办事项', M['交办事项'])
    n52 = get('条', M['条'])
    n53 = get('工作要求', M['工作要求'])
    n54 = get('报送句', M['报送句'])
    n55 = get('联系人', M['联系人'])
    n56 = get('附件说明', M['附件说明'])
    n57 = get('落款', M['落款'])
    n58 = get('附注', M['附注'])
    n59 = get('附件页', M['附件页'])
    extend((
    C[0],
    ))
    if n0:
        p1 = n1
        p3 = (u if n0.__class__ is dict and (u := n0.get('签发', NO)) is not NO else attribute(n0, '签发'))
        p5 = (u if n0.__class__ is dict and (u := n0.get('会签', NO)) is not NO else attribute(n0, '会签'))
        p7 = (u if n0.__class__ is dict and (u := n0.get('核稿', NO)) is not NO else attribute(n0, '核稿'))
        p9 = (u if n0.__class__ is dict and (u := n0.get('拟稿', NO)) is not NO else attribute(n0, '拟稿'))
        p11 = n2
        p13 = n3
        p15 = (u if n0.__class__ is dict and (u := n0.get('份数', NO)) is not NO else attribute(n0, '份数'))
        p17 = (u if n0.__class__ is dict and (u := n0.get('公开属性', NO)) is not NO else attribute(n0, '公开属性'))
        p19 = n4
        p21 = n5
        p23 = n6
        p25 = n7
        p27 = n1
        p29 = n8
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and p19.__class__ is str and p21.__class__ is str and p23.__class__ is str and p25.__class__ is str and p27.__class__ is str and p29.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17 + p19 + p21 + p23 + p25 + p27 + p29) < FREE and special(t) is None:
            extend((
            C[1],
            p1.encode(),
            C[2],
            p3.encode(),
            C[3],
            p5.encode(),
            C[4],
            p7.encode(),
            C[5],
            p9.encode(),
            C[6],
            p11.encode(),
            C[7],
            p13.encode(),
            C[8],
            p15.encode(),
            C[9],
            p17.encode(),
            C[10],
            p19.encode(),
            C[11],
            p21.encode(),
            C[12],
            p23.encode(),
            C[13],
            p25.encode(),
            C[14],
            p27.encode(),
            C[15],
            p29.encode(),
            C[16],
            ))
        else:
            extend((
            C[1],
            put(p1, S[1], state),
            C[2],
            put(p3, S[2], state),
            C[3],
            put(p5, S[3], state),
            C[4],
            put(p7, S[4], state),
            C[5],
            put(p9, S[5], state),
            C[6],
            put(p11, S[6], state),
            C[7],
            put(p13, S[7], state),
            C[8],
            put(p15, S[8], state),
            C[9],
            put(p17, S[9], state),
            C[10],
            put(p19, S[10], state),
            C[11],
            put(p21, S[11], state),
            C[12],
            put(p23, S[12], state),
            C[13],
            put(p25, S[13], state),
            C[14],
            put(p27, S[14], state),
            C[15],
            put(p29, S[15], state),
            C[16],
            ))
        pass
    if n9:
        p1 = n2
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[17],
            p1.encode(),
            C[18],
            ))
        else:
            extend((
            C[17],
            put(p1, S[18], state),
            C[18],
            ))
        if n10:
            p1 = n10
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[19],
                p1.encode(),
                C[20],
                ))
            else:
                extend((
                C[19],
                put(p1, S[20], state),
                C[20],
                ))
            pass
        if n11:
            p1 = n11
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[21],
                p1.encode(),
                C[22],
                ))
            else:
                extend((
                C[21],
                put(p1, S[23], state),
                C[22],
                ))
            pass
        if n3:
            p1 = n3
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[23],
                p1.encode(),
                C[24],
                ))
            else:
                extend((
                C[23],
                put(p1, S[26], state),
                C[24],
                ))
            pass
        extend((
        C[25],
        ))
        pass
    p1 = n12
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[26],
        p1.encode(),
        C[27],
        ))
    else:
        extend((
        C[26],
        put(p1, S[29], state),
        C[27],
        ))
    if n13:
        p1 = n13
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[28],
            p1.encode(),
            C[29],
            ))
        else:
            extend((
            C[28],
            put(p1, S[31], state),
            C[29],
            ))
        pass
    p1 = n14
    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
        extend((
        C[30],
        p1.encode(),
        C[31],
        ))
    else:
        extend((
        C[30],
        put(p1, S[33], state),
        C[31],
        ))
    if (n15 == '事故'):
        p1 = n16
        p3 = n17
        p5 = n18
        p7 = n19
        p9 = n20
        p11 = n21
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
            extend((
            C[32],
            p1.encode(),
            C[33],
            p3.encode(),
            C[34],
            p5.encode(),
            C[35],
            p7.encode(),
            C[36],
            p9.encode(),
            C[37],
            p11.encode(),
            ))
        else:
            extend((
            C[32],
            put(p1, S[35], state),
            C[33],
            put(p3, S[36], state),
            C[34],
            put(p5, S[37], state),
            C[35],
            put(p7, S[38], state),
            C[36],
            put(p9, S[39], state),
            C[37],
            put(p11, S[40], state),
            ))
        if n22:
            p1 = n22
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[38],
                p1.encode(),
                C[39],
                ))
            else:
                extend((
                C[38],
                put(p1, S[42], state),
                C[39],
                ))
            pass
        extend((
        C[40],
        ))
        if n23:
            p1 = n23
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[41],
                p1.encode(),
                C[42],
                ))
            else:
                extend((
                C[41],
                put(p1, S[45], state),
                C[42],
                ))
            pass
        if n24:
            p1 = n25
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[43],
                p1.encode(),
                C[44],
                ))
            else:
                extend((
                C[43],
                put(p1, S[48], state),
                C[44],
                ))
            pass
        if n26:
            p1 = n27
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[45],
                p1.encode(),
                C[46],
                ))
            else:
                extend((
                C[45],
                put(p1, S[51], state),
                C[46],
                ))
            pass
        p1 = n16
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[47],
            p1.encode(),
            C[48],
            ))
        else:
            extend((
            C[47],
            put(p1, S[53], state),
            C[48],
            ))
        q1 = items(n28)
        z1 = len(q1)
        meter.enter(z1, 271)
        for i1, k1 in enumerate(q1):
            if not i1 & 63: meter.check()
            extend((
            C[49],
            ))
            if (compare('gt', z1, 1)):
                p1 = n29
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[50],
                    p1.encode(),
                    C[51],
                    ))
                else:
                    extend((
                    C[50],
                    put(p1, S[56], state),
                    C[51],
                    ))
                pass
            p0 = (u if k1.__class__ is dict and (u := k1.get('题', NO)) is not NO else attribute(k1, '题'))
            p2 = (u if k1.__class__ is dict and (u := k1.get('文', NO)) is not NO else attribute(k1, '文'))
            if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[52],
                p2.encode(),
                C[53],
                ))
            else:
                extend((
                put(p0, S[58], state),
                C[52],
                put(p2, S[59], state),
                C[53],
                ))
            pass
        if n30:
            p1 = n16
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[54],
                p1.encode(),
                C[55],
                put(n31, S[63], state),
                ))
            else:
                extend((
                C[54],
                put(p1, S[62], state),
                C[55],
                put(n31, S[63], state),
                ))
            pass
        pass
    if (n15 == '督查'):
        p1 = n16
        p3 = n32
        p5 = n33
        p7 = n34
        p9 = n35
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9) < FREE and special(t) is None:
            extend((
            C[56],
            p1.encode(),
            C[57],
            p3.encode(),
            C[58],
            p5.encode(),
            C[59],
            p7.encode(),
            C[60],
            p9.encode(),
            C[61],
            ))
        else:
            extend((
            C[56],
            put(p1, S[67], state),
            C[57],
            put(p3, S[68], state),
            C[58],
            put(p5, S[69], state),
            C[59],
            put(p7, S[70], state),
            C[60],
            put(p9, S[71], state),
            C[61],
            ))
        if n36:
            extend((
            put(n37, S[73], state),
            ))
            pass
        if n38:
            p1 = n16
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[62],
                p1.encode(),
                C[63],
                put(n39, S[77], state),
                ))
            else:
                extend((
                C[62],
                put(p1, S[76], state),
                C[63],
                put(n39, S[77], state),
                ))
            pass
        p1 = n16
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[64],
            p1.encode(),
            C[65],
            ))
        else:
            extend((
            C[64],
            put(p1, S[79], state),
            C[65],
            ))
        q2 = items(n40)
        z2 = len(q2)
        meter.enter(z2, 271)
        for i2, k2 in enumerate(q2):
            if not i2 & 63: meter.check()
            extend((
            C[66],
            ))
            if (compare('gt', z2, 1)):
                p1 = n29
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[67],
                    p1.encode(),
                    C[68],
                    ))
                else:
                    extend((
                    C[67],
                    put(p1, S[82], state),
                    C[68],
                    ))
                pass
            p0 = (u if k2.__class__ is dict and (u := k2.get('题', NO)) is not NO else attribute(k2, '题'))
            p2 = (u if k2.__class__ is dict and (u := k2.get('文', NO)) is not NO else attribute(k2, '文'))
            if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[69],
                p2.encode(),
                C[70],
                ))
            else:
                extend((
                put(p0, S[84], state),
                C[69],
                put(p2, S[85], state),
                C[70],
                ))
            pass
        p1 = n16
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[71],
            p1.encode(),
            C[72],
            ))
        else:
            extend((
            C[71],
            put(p1, S[87], state),
            C[72],
            ))
        if n41:
            p1 = n41
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[73],
                p1.encode(),
                C[74],
                ))
            else:
                extend((
                C[73],
                put(p1, S[89], state),
                C[74],
                ))
            pass
        if n30:
            p1 = n16
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[75],
                p1.encode(),
                C[76],
                put(n31, S[93], state),
                ))
            else:
                extend((
                C[75],
                put(p1, S[92], state),
                C[76],
                put(n31, S[93], state),
                ))
            pass
        pass
    if (n15 == '值班抽查'):
        p1 = n16
        p3 = n42
        p5 = n34
        p7 = n43
        p9 = n44
        p11 = n45
        if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and len(t := p1 + p3 + p5 + p7 + p9 + p11) < FREE and special(t) is None:
            extend((
            C[77],
            p1.encode(),
            C[78],
            p3.encode(),
            C[79],
            p5.encode(),
            C[80],
            p7.encode(),
            C[81],
            p9.encode(),
            C[82],
            p11.encode(),
            C[83],
            ))
        else:
            extend((
            C[77],
            put(p1, S[97], state),
            C[78],
            put(p3, S[98], state),
            C[79],
            put(p5, S[99], state),
            C[80],
            put(p7, S[100], state),
            C[81],
            put(p9, S[101], state),
            C[82],
            put(p11, S[102], state),
            C[83],
            ))
        if n46:
            p1 = n16
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[84],
                p1.encode(),
                C[85],
                ))
            else:
                extend((
                C[84],
                put(p1, S[104], state),
                C[85],
                ))
            q3 = items(n46)
            z3 = len(q3)
            meter.enter(z3, 167)
            for i3, k3 in enumerate(q3):
                if not i3 & 63: meter.check()
                extend((
                C[86],
                ))
                if (compare('gt', z3, 1)):
                    p1 = n29
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[87],
                        p1.encode(),
                        C[88],
                        ))
                    else:
                        extend((
                        C[87],
                        put(p1, S[107], state),
                        C[88],
                        ))
                    pass
                p0 = (u if k3.__class__ is dict and (u := k3.get('单位', NO)) is not NO else attribute(k3, '单位'))
                if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    ))
                else:
                    extend((
                    put(p0, S[109], state),
                    ))
                if (u if k3.__class__ is dict and (u := k3.get('带班领导', NO)) is not NO else attribute(k3, '带班领导')):
                    p1 = (u if k3.__class__ is dict and (u := k3.get('带班领导', NO)) is not NO else attribute(k3, '带班领导'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[89],
                        p1.encode(),
                        C[90],
                        ))
                    else:
                        extend((
                        C[89],
                        put(p1, S[111], state),
                        C[90],
                        ))
                    pass
                p1 = (u if k3.__class__ is dict and (u := k3.get('句', NO)) is not NO else attribute(k3, '句'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[91],
                    p1.encode(),
                    C[92],
                    ))
                else:
                    extend((
                    C[91],
                    put(p1, S[113], state),
                    C[92],
                    ))
                pass
            pass
        if n30:
            p1 = n16
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[93],
                p1.encode(),
                C[94],
                put(n31, S[118], state),
                ))
            else:
                extend((
                C[93],
                put(p1, S[117], state),
                C[94],
                put(n31, S[118], state),
                ))
            pass
        pass
    if (n15 == '到会'):
        p1 = n16
        p3 = n47
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[95],
            p1.encode(),
            C[96],
            p3.encode(),
            C[97],
            ))
        else:
            extend((
            C[95],
            put(p1, S[122], state),
            C[96],
            put(p3, S[123], state),
            C[97],
            ))
        if n48:
            extend((
            C[98],
            ))
            q4 = items(n49)
            z4 = len(q4)
            meter.enter(z4, 2178)
            for i4, k4 in enumerate(q4):
                if not i4 & 63: meter.check()
                p3 = (u if k4.__class__ is dict and (u := k4.get('单位', NO)) is not NO else attribute(k4, '单位'))
                p5 = (u if k4.__class__ is dict and (u := k4.get('应到', NO)) is not NO else attribute(k4, '应到'))
                p7 = (u if k4.__class__ is dict and (u := k4.get('实到', NO)) is not NO else attribute(k4, '实到'))
                p9 = (u if k4.__class__ is dict and (u := k4.get('请假', NO)) is not NO else attribute(k4, '请假'))
                p11 = (u if k4.__class__ is dict and (u := k4.get('缺席', NO)) is not NO else attribute(k4, '缺席'))
                p13 = (u if k4.__class__ is dict and (u := k4.get('迟到', NO)) is not NO else attribute(k4, '迟到'))
                p15 = (u if k4.__class__ is dict and (u := k4.get('替会', NO)) is not NO else attribute(k4, '替会'))
                p17 = (u if k4.__class__ is dict and (u := k4.get('备注', NO)) is not NO else attribute(k4, '备注'))
                if p3.__class__ is str and p5.__class__ is str and p7.__class__ is str and p9.__class__ is str and p11.__class__ is str and p13.__class__ is str and p15.__class__ is str and p17.__class__ is str and len(t := p3 + p5 + p7 + p9 + p11 + p13 + p15 + p17) < FREE and special(t) is None:
                    extend((
                    C[99],
                    b'%d' % (i4 + 1),
                    C[100],
                    p3.encode(),
                    C[101],
                    p5.encode(),
                    C[102],
                    p7.encode(),
                    C[103],
                    p9.encode(),
                    C[104],
                    p11.encode(),
                    C[105],
                    p13.encode(),
                    C[106],
                    p15.encode(),
                    C[107],
                    p17.encode(),
                    C[108],
                    ))
                else:
                    extend((
                    C[99],
                    b'%d' % (i4 + 1),
                    C[100],
                    put(p3, S[127], state),
                    C[101],
                    put(p5, S[128], state),
                    C[102],
                    put(p7, S[129], state),
                    C[103],
                    put(p9, S[130], state),
                    C[104],
                    put(p11, S[131], state),
                    C[105],
                    put(p13, S[132], state),
                    C[106],
                    put(p15, S[133], state),
                    C[107],
                    put(p17, S[134], state),
                    C[108],
                    ))
                pass
            extend((
            C[109],
            ))
            pass
        if n30:
            p1 = n16
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[110],
                p1.encode(),
                C[111],
                put(n31, S[139], state),
                ))
            else:
                extend((
                C[110],
                put(p1, S[138], state),
                C[111],
                put(n31, S[139], state),
                ))
            pass
        pass
    if (n15 == '交办'):
        if n50:
            p1 = n16
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[112],
                p1.encode(),
                C[113],
                ))
            else:
                extend((
                C[112],
                put(p1, S[144], state),
                C[113],
                ))
            q5 = items(n40)
            z5 = len(q5)
            meter.enter(z5, 271)
            for i5, k5 in enumerate(q5):
                if not i5 & 63: meter.check()
                extend((
                C[114],
                ))
                if (compare('gt', z5, 1)):
                    p1 = n29
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[115],
                        p1.encode(),
                        C[116],
                        ))
                    else:
                        extend((
                        C[115],
                        put(p1, S[147], state),
                        C[116],
                        ))
                    pass
                p0 = (u if k5.__class__ is dict and (u := k5.get('题', NO)) is not NO else attribute(k5, '题'))
                p2 = (u if k5.__class__ is dict and (u := k5.get('文', NO)) is not NO else attribute(k5, '文'))
                if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    C[117],
                    p2.encode(),
                    C[118],
                    ))
                else:
                    extend((
                    put(p0, S[149], state),
                    C[117],
                    put(p2, S[150], state),
                    C[118],
                    ))
                pass
            pass
        if n51:
            p1 = n16
            if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                extend((
                C[119],
                p1.encode(),
                C[120],
                ))
            else:
                extend((
                C[119],
                put(p1, S[154], state),
                C[120],
                ))
            q6 = items(n51)
            z6 = len(q6)
            meter.enter(z6, 150)
            for i6, k6 in enumerate(q6):
                if not i6 & 63: meter.check()
                extend((
                C[121],
                ))
                if (compare('gt', z6, 1)):
                    p0 = n52
                    if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                        extend((
                        p0.encode(),
                        C[122],
                        ))
                    else:
                        extend((
                        put(p0, S[157], state),
                        C[122],
                        ))
                    pass
                p0 = (u if k6.__class__ is dict and (u := k6.get('题', NO)) is not NO else attribute(k6, '题'))
                p1 = (u if k6.__class__ is dict and (u := k6.get('文', NO)) is not NO else attribute(k6, '文'))
                if p0.__class__ is str and p1.__class__ is str and len(t := p0 + p1) < FREE and special(t) is None:
                    extend((
                    p0.encode(),
                    p1.encode(),
                    C[123],
                    ))
                else:
                    extend((
                    put(p0, S[159], state),
                    put(p1, S[160], state),
                    C[123],
                    ))
                pass
            pass
        if n41:
            p1 = n16
            p3 = n41
            if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                extend((
                C[124],
                p1.encode(),
                C[125],
                p3.encode(),
                C[126],
                ))
            else:
                extend((
                C[124],
                put(p1, S[164], state),
                C[125],
                put(p3, S[165], state),
                C[126],
                ))
            pass
        pass
    if n53:
        p1 = n16
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[127],
            p1.encode(),
            C[128],
            ))
        else:
            extend((
            C[127],
            put(p1, S[169], state),
            C[128],
            ))
        q7 = items(n53)
        z7 = len(q7)
        meter.enter(z7, 271)
        for i7, k7 in enumerate(q7):
            if not i7 & 63: meter.check()
            extend((
            C[129],
            ))
            if (compare('gt', z7, 1)):
                p1 = n29
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[130],
                    p1.encode(),
                    C[131],
                    ))
                else:
                    extend((
                    C[130],
                    put(p1, S[172], state),
                    C[131],
                    ))
                pass
            p0 = (u if k7.__class__ is dict and (u := k7.get('题', NO)) is not NO else attribute(k7, '题'))
            p2 = (u if k7.__class__ is dict and (u := k7.get('文', NO)) is not NO else attribute(k7, '文'))
            if p0.__class__ is str and p2.__class__ is str and len(t := p0 + p2) < FREE and special(t) is None:
                extend((
                p0.encode(),
                C[132],
                p2.encode(),
                C[133],
                ))
            else:
                extend((
                put(p0, S[174], state),
                C[132],
                put(p2, S[175], state),
                C[133],
                ))
            pass
        pass
    if n54:
        p1 = n54
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[134],
            p1.encode(),
            C[135],
            ))
        else:
            extend((
            C[134],
            put(p1, S[179], state),
            C[135],
            ))
        pass
    if n55:
        extend((
        C[136],
        ))
        q8 = items(n55)
        z8 = len(q8)
        meter.enter(z8, 19)
        for i8, k8 in enumerate(q8):
            if not i8 & 63: meter.check()
            p0 = (u if k8.__class__ is dict and (u := k8.get('职务', NO)) is not NO else attribute(k8, '职务'))
            p1 = (u if k8.__class__ is dict and (u := k8.get('姓名', NO)) is not NO else attribute(k8, '姓名'))
            p3 = (u if k8.__class__ is dict and (u := k8.get('电话', NO)) is not NO else attribute(k8, '电话'))
            if p0.__class__ is str and p1.__class__ is str and p3.__class__ is str and len(t := p0 + p1 + p3) < FREE and special(t) is None:
                extend((
                p0.encode(),
                p1.encode(),
                C[137],
                p3.encode(),
                ))
            else:
                extend((
                put(p0, S[183], state),
                put(p1, S[184], state),
                C[137],
                put(p3, S[185], state),
                ))
            if (not (i8 == z8 - 1)):
                extend((
                C[138],
                ))
                pass
            pass
        extend((
        C[139],
        ))
        pass
    if n56:
        extend((
        put(n56, S[191], state),
        ))
        pass
    extend((
    put(n57, S[193], state),
    ))
    if n58:
        p1 = n58
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[140],
            p1.encode(),
            C[141],
            ))
        else:
            extend((
            C[140],
            put(p1, S[195], state),
            C[141],
            ))
        pass
    q9 = items(n59)
    z9 = len(q9)
    meter.enter(z9, 3062)
    for i9, k9 in enumerate(q9):
        if not i9 & 63: meter.check()
        p1 = (u if k9.__class__ is dict and (u := k9.get('标签', NO)) is not NO else attribute(k9, '标签'))
        p3 = (u if k9.__class__ is dict and (u := k9.get('名称分行', NO)) is not NO else attribute(k9, '名称分行'))
        if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
            extend((
            C[142],
            p1.encode(),
            C[143],
            p3.encode(),
            C[144],
            ))
        else:
            extend((
            C[142],
            put(p1, S[198], state),
            C[143],
            put(p3, S[199], state),
            C[144],
            ))
        if ((u if k9.__class__ is dict and (u := k9.get('种类', NO)) is not NO else attribute(k9, '种类')) == '问题清单'):
            extend((
            C[145],
            ))
            q10 = items(n50)
            z10 = len(q10)
            meter.enter(z10, 1772)
            for i10, k10 in enumerate(q10):
                if not i10 & 63: meter.check()
                p1 = (u if k10.__class__ is dict and (u := k10.get('序号', NO)) is not NO else attribute(k10, '序号'))
                p3 = (u if k10.__class__ is dict and (u := k10.get('单位', NO)) is not NO else attribute(k10, '单位'))
                if p1.__class__ is str and p3.__class__ is str and len(t := p1 + p3) < FREE and special(t) is None:
                    extend((
                    C[146],
                    p1.encode(),
                    C[147],
                    p3.encode(),
                    ))
                else:
                    extend((
                    C[146],
                    put(p1, S[202], state),
                    C[147],
                    put(p3, S[203], state),
                    ))
                if (u if k10.__class__ is dict and (u := k10.get('部位', NO)) is not NO else attribute(k10, '部位')):
                    p0 = (u if k10.__class__ is dict and (u := k10.get('部位', NO)) is not NO else attribute(k10, '部位'))
                    if p0.__class__ is str and len(t := p0) < FREE and special(t) is None:
                        extend((
                        p0.encode(),
                        ))
                    else:
                        extend((
                        put(p0, S[205], state),
                        ))
                    pass
                p1 = (u if k10.__class__ is dict and (u := k10.get('问题', NO)) is not NO else attribute(k10, '问题'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[148],
                    p1.encode(),
                    ))
                else:
                    extend((
                    C[148],
                    put(p1, S[207], state),
                    ))
                if (u if k10.__class__ is dict and (u := k10.get('严重程度', NO)) is not NO else attribute(k10, '严重程度')):
                    p1 = (u if k10.__class__ is dict and (u := k10.get('严重程度', NO)) is not NO else attribute(k10, '严重程度'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[149],
                        p1.encode(),
                        C[150],
                        ))
                    else:
                        extend((
                        C[149],
                        put(p1, S[209], state),
                        C[150],
                        ))
                    pass
                p1 = (u if k10.__class__ is dict and (u := k10.get('依据', NO)) is not NO else attribute(k10, '依据'))
                p3 = (u if k10.__class__ is dict and (u := k10.get('整改要求', NO)) is not NO else attribute(k10, '整改要求'))
                p5 = (u if k10.__class__ is dict and (u := k10.get('责任单位', NO)) is not NO else attribute(k10, '责任单位'))
                if p1.__class__ is str and p3.__class__ is str and p5.__class__ is str and len(t := p1 + p3 + p5) < FREE and special(t) is None:
                    extend((
                    C[151],
                    p1.encode(),
                    C[152],
                    p3.encode(),
                    C[153],
                    p5.encode(),
                    ))
                else:
                    extend((
                    C[151],
                    put(p1, S[211], state),
                    C[152],
                    put(p3, S[212], state),
                    C[153],
                    put(p5, S[213], state),
                    ))
                if (u if k10.__class__ is dict and (u := k10.get('责任人', NO)) is not NO else attribute(k10, '责任人')):
                    p1 = (u if k10.__class__ is dict and (u := k10.get('责任人', NO)) is not NO else attribute(k10, '责任人'))
                    if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                        extend((
                        C[154],
                        p1.encode(),
                        ))
                    else:
                        extend((
                        C[154],
                        put(p1, S[215], state),
                        ))
                    pass
                p1 = (u if k10.__class__ is dict and (u := k10.get('时限', NO)) is not NO else attribute(k10, '时限'))
                if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
                    extend((
                    C[155],
                    p1.encode(),
                    C[156],
                    ))
                else:
                    extend((
                    C[155],
                    put(p1, S[217], state),
                    C[156],
                    ))
                pass
            extend((
            C[157],
            ))
            pass
        pass
    if n6:
        p1 = n6
        if p1.__class__ is str and len(t := p1) < FREE and special(t) is None:
            extend((
            C[158],
            p1.encode(),
            C[159],
            ))
        else:
            extend((
            C[158],
            put(p1, S[222], state),
            C[159],
            ))
        pass
    extend((
    C[160],
    ))


def fill_81c01be492578a3d(get, state, meter, out):
    extend = out.extend
    n0 = get('版头', M['版头'])
    n1 = get('发文机关标志', M['发文机关标志'])
    n2 = get('红色', M['红色'])
    extend((
    C[0],
    ))
    if n0:
        extend((
        put(n1, S[1], state),
        ))
        if n2:
            extend((
            C[1],
            ))
            pass
        extend((
        C[2],
        ))
        pass
    extend((
    C[3],
    ))


def fill_63d38175f09a3f46(get, state, meter, out):
    extend = out.extend
    n0 = get('版头', M['版头'])
    n1 = get('红色', M['红色'])
    extend((
    C[0],
    ))
    if (n0 and n1):
        extend((
        C[1],
        ))
        pass
    extend((
    C[2],
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
