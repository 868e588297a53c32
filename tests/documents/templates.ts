import { strToU8, zipSync, zlibSync } from 'fflate'

/* Schools' templates made up for the tests, as Word and others write them. */

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (bytes: Uint8Array) => {
  let c = 0xffffffff
  for (const byte of bytes) c = crcTable[(c ^ byte) & 255]! ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const body = new Uint8Array([...strToU8(type), ...data])
  const view = new DataView(new ArrayBuffer(body.length + 8))
  view.setUint32(0, data.length)
  new Uint8Array(view.buffer).set(body, 4)
  view.setUint32(body.length + 4, crc(body))
  return new Uint8Array(view.buffer)
}
/** A PNG of green and gold bars; `noise` makes it as large in bytes as it is in pixels. */
export const png = (width: number, height: number, noise = false): Uint8Array => {
  const head = new DataView(new ArrayBuffer(13))
  head.setUint32(0, width)
  head.setUint32(4, height)
  head.setUint8(8, 8)
  head.setUint8(9, 2)
  const rows = new Uint8Array(height * (1 + width * 3))
  let seed = 7
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      const at = y * (1 + width * 3) + 1 + x * 3
      const gold = Math.floor(x / 12) % 2 === 0
      rows.set(
        noise ? [seed >>> 24, (seed >>> 16) & 255, (seed >>> 8) & 255] : gold ? [200, 150, 20] : [10, 90, 50],
        at,
      )
    }
  const parts = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', new Uint8Array(head.buffer)),
    chunk('IDAT', zlibSync(rows, { level: noise ? 0 : 6 })),
    chunk('IEND', new Uint8Array()),
  ]
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0)
  return all
}

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const namespaces =
  `xmlns:w="${w}" xmlns:r="${r}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
  ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"' +
  ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"' +
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
const xml = (inside: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${inside}`

export type Rel = readonly [id: string, type: string, target: string, outside?: true]
const rels = (all: readonly Rel[]) =>
  xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
      .map(
        ([id, type, target, outside]) =>
          `<Relationship Id="${id}" Type="${r}/${type}" Target="${target}"${outside ? ' TargetMode="External"' : ''}/>`,
      )
      .join('')}</Relationships>`,
  )

export type Made = {
  readonly body?: string
  readonly section?: string
  readonly styles?: string
  readonly numbering?: string
  readonly theme?: string
  readonly settings?: string
  readonly settingsRels?: readonly Rel[]
  readonly stories?: Readonly<Record<string, { readonly xml: string; readonly rels?: readonly Rel[] }>>
  readonly files?: Readonly<Record<string, Uint8Array>>
  readonly main?: string
  readonly strict?: true
}

/** A package as Word writes one. Stories are named `header1` and so on and linked as rIdheader1. */
export const packageOf = (made: Made): Uint8Array<ArrayBuffer> => {
  const stories = made.stories ?? {}
  const main = made.main ?? 'word/document.xml'
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const texts: Record<string, string> = {
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
        `<Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"/></Types>`,
    ),
    '_rels/.rels': rels([['rId1', 'officeDocument', main]]),
    [main]: xml(
      `<w:document ${namespaces}><w:body>${made.body ?? '<w:p/>'}<w:sectPr>${made.section ?? ''}</w:sectPr></w:body></w:document>`,
    ),
    [`${folder}_rels/${main.slice(folder.length)}.rels`]: rels([
      ...(made.styles ? [['rIdS', 'styles', 'styles.xml'] as Rel] : []),
      ...(made.numbering ? [['rIdN', 'numbering', 'numbering.xml'] as Rel] : []),
      ...(made.theme ? [['rIdT', 'theme', 'theme/theme1.xml'] as Rel] : []),
      ...(made.settings ? [['rIdE', 'settings', 'settings.xml'] as Rel] : []),
      ...Object.keys(stories).map((name): Rel => [`rId${name}`, name.replace(/\d+$/, ''), `${name}.xml`]),
    ]),
  }
  for (const [name, part] of Object.entries({
    styles: made.styles,
    numbering: made.numbering,
    'theme/theme1': made.theme,
    settings: made.settings,
  }))
    if (part) texts[`${folder}${name}.xml`] = xml(part)
  if (made.settingsRels) texts[`${folder}_rels/settings.xml.rels`] = rels(made.settingsRels)
  for (const [name, story] of Object.entries(stories)) {
    texts[`${folder}${name}.xml`] = xml(story.xml)
    if (story.rels) texts[`${folder}_rels/${name}.xml.rels`] = rels(story.rels)
  }
  const strict = (text: string) =>
    made.strict
      ? text
          .replaceAll(
            'http://schemas.openxmlformats.org/wordprocessingml/2006/',
            'http://purl.oclc.org/ooxml/wordprocessingml/',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/',
            'http://purl.oclc.org/ooxml/officeDocument/',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/drawingml/2006/',
            'http://purl.oclc.org/ooxml/drawingml/',
          )
      : text
  return zipSync({
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(strict(text))])),
    ...made.files,
  }) as Uint8Array<ArrayBuffer>
}

export const header = (inside: string) => `<w:hdr ${namespaces}>${inside}</w:hdr>`
const footer = (inside: string) => `<w:ftr ${namespaces}>${inside}</w:ftr>`
export const p = (inside: string, style = '') =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${inside}</w:p>`
export const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
export const field = (code: string, shown = '1') =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${t(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
/** A picture in the line of text; `blip` is what it shows, such as `r:embed="rId1"`. */
export const picture = (blip: string, alt = '', more = '') =>
  `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1800000" cy="600000"/><wp:docPr id="1" name="Picture 1"${alt && ` descr="${alt}"`}>${more}</wp:docPr><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="crest.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip ${blip}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

const page =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1800" w:right="1300" w:bottom="1300" w:left="1300" w:header="600" w:footer="500" w:gutter="0"/>'
const refer = (which: 'header' | 'footer', name: string, kind = 'default') =>
  `<w:${which}Reference w:type="${kind}" r:id="rId${name}"/>`

const style = (id: string, name: string, inside: string, more = '') =>
  `<w:style w:type="paragraph" ${more} w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`
const look = (font: string, size: number, colour: string) =>
  `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/><w:b/><w:color w:val="${colour}"/><w:sz w:val="${size}"/></w:rPr>`

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
const theme = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="School"><a:themeElements><a:clrScheme name="School"><a:dk1><a:srgbClr val="000000"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="0A5A32"/></a:dk2><a:lt2><a:srgbClr val="EEEEEE"/></a:lt2>${[1, 2, 3, 4, 5, 6].map((n) => `<a:accent${n}><a:srgbClr val="0A5A32"/></a:accent${n}>`).join('')}<a:hlink><a:srgbClr val="0000FF"/></a:hlink><a:folHlink><a:srgbClr val="800080"/></a:folHlink></a:clrScheme><a:fontScheme name="School"><a:majorFont><a:latin typeface="Georgia"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="School"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln w="6350">${fill}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`

/** A letterhead with the crest and a link in its header, and the address at the foot: Arial 12, green headings. */
export const letterhead = (more: Partial<Made> = {}): Uint8Array<ArrayBuffer> =>
  packageOf({
    section: refer('header', 'header1') + refer('footer', 'footer1') + page,
    theme,
    styles:
      `<w:styles xmlns:w="${w}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults><w:latentStyles w:defLockedState="0" w:count="1"><w:lsdException w:name="Normal"/></w:latentStyles>` +
      style(
        'Normal',
        'Normal',
        '<w:qFormat/><w:pPr><w:spacing w:before="60" w:after="160" w:line="288" w:lineRule="auto"/><w:jc w:val="both"/></w:pPr>',
        'w:default="1"',
      ) +
      style(
        'Title',
        'Title',
        `<w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="left"/></w:pPr>${look('Georgia', 44, '0A5A32')}`,
      ) +
      style(
        'Heading1',
        'heading 1',
        `<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="360"/><w:outlineLvl w:val="0"/></w:pPr>${look('Georgia', 32, '0A5A32')}`,
      ) +
      style(
        'Heading2',
        'heading 2',
        `<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr>${look('Georgia', 26, '7FBF9F')}`,
      ) +
      style('Crest', 'Crest line', '<w:basedOn w:val="Normal"/>', 'w:customStyle="1"') +
      style('Note', 'Margin', '<w:basedOn w:val="Normal"/>', 'w:customStyle="1"') +
      '</w:styles>',
    settings: `<w:settings xmlns:w="${w}" xmlns:r="${r}"><w:attachedTemplate r:id="rId1"/><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>`,
    settingsRels: [['rId1', 'attachedTemplate', 'file:///S:/Office/School.dotm', true]],
    stories: {
      header1: {
        xml: header(
          p(picture('r:embed="rId1" r:link="rId2"', '', '<a:hlinkClick r:id="rId3"/>')) +
            p(
              `${t('Oakfield Primary School · ')}<w:hyperlink r:id="rId3">${t('www.oakfield.example')}</w:hyperlink>`,
              'Crest',
            ),
        ),
        rels: [
          ['rId1', 'image', 'media/image1.png'],
          ['rId2', 'image', 'file:///S:/crest.png', true],
          ['rId3', 'hyperlink', 'https://www.oakfield.example/', true],
        ],
      },
      footer1: { xml: footer(p(t('Acorn Lane, Oakfield OA1 2BC · 01632 960 123'))) },
    },
    files: { 'word/media/image1.png': png(240, 80) },
    ...more,
  })

/** Made in a German Word: first page and even pages of their own, numbered headings, page numbers, confidential. */
export const german = (): Uint8Array<ArrayBuffer> =>
  packageOf({
    section:
      refer('header', 'header1', 'first') +
      refer('header', 'header2') +
      refer('header', 'header3', 'even') +
      refer('footer', 'footer1', 'first') +
      refer('footer', 'footer2') +
      page +
      '<w:cols w:num="2"/><w:titlePg/>',
    styles:
      `<w:styles xmlns:w="${w}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="20"/><w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>` +
      style('Standard', 'Normal', '<w:qFormat/><w:rPr><w:lang w:val="de-DE"/></w:rPr>', 'w:default="1"') +
      style('Titel', 'Title', `<w:basedOn w:val="Standard"/>${look('Verdana', 36, '7A0019')}`) +
      style(
        'berschrift1',
        'heading 1,Kapitel',
        `<w:basedOn w:val="Standard"/><w:pPr><w:keepNext/><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>${look('Verdana', 28, '7A0019')}`,
      ) +
      style(
        'berschrift2',
        'heading 2',
        `<w:basedOn w:val="Standard"/><w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr>${look('Verdana', 24, '7A0019')}`,
      ) +
      style(
        'berschrift3',
        'heading 3',
        `<w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>`,
      ) +
      style('Aufzhlungszeichen', 'List Bullet', '<w:basedOn w:val="Standard"/>') +
      style('Fuzeile', 'footer', '<w:basedOn w:val="Standard"/>') +
      '<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:type="character" w:styleId="Platzhaltertext"><w:name w:val="Placeholder Text"/><w:rPr><w:color w:val="595959"/></w:rPr></w:style>' +
      '<w:style w:type="table" w:default="1" w:styleId="NormaleTabelle"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
      '</w:styles>',
    numbering: `<w:numbering xmlns:w="${w}"><w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="berschrift1"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="432" w:hanging="432"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
    settings: `<w:settings xmlns:w="${w}"><w:evenAndOddHeaders/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1"/></w:settings>`,
    stories: {
      header1: { xml: header(p(t('Northmoor Academy')) + p(t('First page'))) },
      header2: { xml: header(p(t('Northmoor Academy, odd page'))) },
      header3: { xml: header(p(t('Northmoor Academy, even page'))) },
      footer1: { xml: footer(p(t('Confidential to those named'))) },
      footer2: {
        xml: footer(
          `<w:sdt><w:sdtPr><w:id w:val="1"/><w:docPartObj><w:docPartGallery w:val="Page Numbers (Bottom of Page)"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(`${t('Seite ')}${field('PAGE \\* MERGEFORMAT')}`)}</w:sdtContent></w:sdt>${p(t('CONFIDENTIAL'))}`,
        ),
      },
    },
  })

/** Strict Office Open XML, with lengths in centimetres. */
export const strict = (): Uint8Array<ArrayBuffer> =>
  packageOf({
    strict: true,
    main: 'word/document2.xml',
    section:
      refer('header', 'header1') +
      '<w:pgSz w:w="29.7cm" w:h="21cm" w:orient="landscape"/><w:pgMar w:top="2cm" w:right="2cm" w:bottom="2cm" w:left="2.5cm" w:header="1cm" w:footer="1cm" w:gutter="0cm"/>',
    styles: `<w:styles xmlns:w="${w}">${style('Normal', 'Normal', '<w:rPr><w:sz w:val="24"/></w:rPr>', 'w:default="true"')}${style('Heading1', 'heading 1', '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>')}</w:styles>`,
    stories: {
      header1: {
        xml: header(p(picture('r:embed="rId1"', 'Crest of Southmoor') + t('Southmoor School'))),
        rels: [['rId1', 'image', '/word/media/crest.PNG']],
      },
    },
    files: { 'word/media/crest.PNG': png(60, 60) },
  })
