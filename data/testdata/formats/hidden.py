"""Makes the documents in this folder of which parts are deleted, struck out or hidden.

Needs LibreOffice (soffice). Run here: python3 hidden.py [folder]
"""
import os, subprocess, sys, zipfile

out = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
package = "http://schemas.openxmlformats.org/package/2006"


def archive(name, main, kind, parts):
    """An Office document of so many parts, by their paths."""
    with zipfile.ZipFile(os.path.join(out, name), "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", f'<?xml version="1.0"?><Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                   f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/{main}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>')
        z.writestr("_rels/.rels", f'<?xml version="1.0"?><Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="{main}"/></Relationships>')
        for path, text in parts.items():
            z.writestr(path, text)


def convert(name, *kinds):
    for kind in kinds:
        subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", out, os.path.join(out, name)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


by = 'w:id="1" w:author="a" w:date="2021-01-01T00:00:00Z"'
run = lambda text, looks="": f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
gone = lambda text: f"<w:del {by}><w:r><w:delText>{text}</w:delText></w:r></w:del>"
para = lambda *runs, looks="": f"<w:p><w:pPr>{looks}</w:pPr>{''.join(runs)}</w:p>"
row = lambda *cells, looks="": f"<w:tr><w:trPr>{looks}</w:trPr>" + "".join(f"<w:tc><w:tcPr/>{para(c)}</w:tc>" for c in cells) + "</w:tr>"
body = para(run("钢城区2021年工作报告")) + para(run("2021年，完成固定资产投资"), gone("186.2"), f"<w:ins {by}>{run('206.3')}</w:ins>", run("亿元。")) \
    + para(run("社会消费品零售总额"), run("100", "<w:strike/>"), run("108.6亿元。")) + para(run("进出口总额88亿元。"), run("出口额99亿元。", "<w:vanish/>")) \
    + para(run("实现地区"), looks=f"<w:rPr><w:del {by}/></w:rPr>") + para(run("生产总值352.8亿元。")) \
    + '<w:tbl><w:tblPr/><w:tblGrid>' + '<w:gridCol w:w="2000"/>' * 3 + "</w:tblGrid>" + row(run("指标"), run("单位"), run("2021年")) + row(run("常住人口"), run("万人"), run("31.2")) \
    + row(gone("税收收入"), gone("亿元"), gone("17.7"), looks=f"<w:del {by}/>") + "</w:tbl>" + para(run("完。"))
archive("part-hidden.docx", "word/document.xml", "wordprocessingml.document",
        {"word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'})
convert("part-hidden.docx", "doc:MS Word 97", "rtf:Rich Text Format", "odt:writer8")

ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
def line(n, *cells, looks=""):
    cell = lambda at, v: f'<c r="{at}{n}"><v>{v}</v></c>' if isinstance(v, float) else f'<c r="{at}{n}" t="inlineStr"><is><t>{v}</t></is></c>'
    return f'<row r="{n}"{looks}>' + "".join(cell(at, v) for at, v in zip("ABCDE", cells)) + "</row>"
head = line(1, "钢城区2021年主要指标") + line(2, "指标", "单位", "2020年", "2021年", "增长%")
sheet = lambda rows, columns="": f'<?xml version="1.0"?><worksheet {ns}>{columns}<sheetData>{head}{rows}</sheetData></worksheet>'
rel = lambda n, kind, target: f'<Relationship Id="r{n}" Type="{office}/{kind}" Target="{target}"/>'
archive("table.hidden.xlsx", "xl/workbook.xml", "spreadsheetml.sheet", {
    "xl/workbook.xml": f'<?xml version="1.0"?><workbook {ns} xmlns:r="{office}"><sheets><sheet name="表1" sheetId="1" r:id="r1"/><sheet name="旧" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="{package}/relationships">' + rel(1, "worksheet", "worksheets/sheet1.xml") + rel(2, "worksheet", "worksheets/sheet2.xml") + "</Relationships>",
    "xl/worksheets/sheet1.xml": sheet(line(3, "地区生产总值", "亿元", 312.5, 352.8, 8.6) + line(4, "固定资产投资", "亿元", 186.2, 999.9, 10.8, looks=' hidden="1"'), '<cols><col min="3" max="3" width="0" hidden="1"/></cols>'),
    "xl/worksheets/sheet2.xml": sheet(line(3, "税收收入", "亿元", 1., 2., 3.))})
convert("table.hidden.xlsx", "xls:MS Excel 97", "ods:calc8")

# Cells, and a part of one, with a line through them.
struck = lambda at, text: f'<c r="{at}" s="1" t="inlineStr"><is><t>{text}</t></is></c>'
archive("table.struck.xlsx", "xl/workbook.xml", "spreadsheetml.sheet", {
    "xl/workbook.xml": f'<?xml version="1.0"?><workbook {ns} xmlns:r="{office}"><sheets><sheet name="表1" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="{package}/relationships">' + rel(1, "worksheet", "worksheets/sheet1.xml") + rel(2, "styles", "styles.xml") + "</Relationships>",
    "xl/styles.xml": f'<?xml version="1.0"?><styleSheet {ns}><fonts count="2"><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>'
                     '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml": sheet(
        '<row r="3"><c r="A3" t="inlineStr"><is><t>地区生产总值</t></is></c><c r="B3" t="inlineStr"><is><t>亿元</t></is></c><c r="C3" s="1"><v>312.5</v></c><c r="D3"><v>352.8</v></c><c r="E3"><v>8.6</v></c></row>'
        f'<row r="4">{struck("A4", "税收收入")}{struck("B4", "亿元")}<c r="C4" s="1"><v>17.1</v></c><c r="D4" s="1"><v>17.7</v></c></row>'
        '<row r="5"><c r="A5" t="inlineStr"><is><r><t>固定资产</t></r><r><rPr><strike/></rPr><t>总</t></r><r><t>投资</t></r></is></c><c r="B5" t="inlineStr"><is><t>亿元</t></is></c><c r="C5"><v>186.2</v></c><c r="D5"><v>206.3</v></c></row>')})
convert("table.struck.xlsx", "xls:MS Excel 97")
