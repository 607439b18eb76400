/** What is taken over of an SVG file: shapes with their numbers and names, nothing that acts. */
import { describe, expect, it, test } from 'vitest'
import { MOST_SVG_LENGTH, readDrawing } from '#shared/domain/floor-plan/drawing.ts'
import { readXml } from '#shared/domain/floor-plan/xml.ts'

const svg = (inner: string, attributes = 'viewBox="0 0 100 50"'): string =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`
const shapesOf = (text: string) => readDrawing(text)?.drawing.shapes ?? null
const leftOut = (text: string) =>
  Object.fromEntries((readDrawing(text)?.leftOut ?? []).map(({ name, count }) => [name, count]))
const RECT = '<rect id="a" x="10" y="5" width="20" height="10"/>'

describe('a drawing', () => {
  it('is read with its shapes, where each lies and what it is called', () => {
    const read = readDrawing(
      svg(`<g id="二楼" transform="translate(10 0) scale(2)">${RECT}</g><circle r="3"/>`),
    )
    expect(read?.drawing.box).toEqual([0, 0, 100, 50])
    expect(read?.drawing.shapes).toMatchObject([
      {
        tag: 'rect',
        attributes: { x: '10', y: '5', width: '20', height: '10' },
        matrix: [2, 0, 0, 2, 10, 0],
        box: [30, 10, 40, 20],
      },
      { tag: 'circle', box: [-3, -3, 6, 6], names: [] },
    ])
    expect(read?.drawing.shapes[0]?.names.map(({ name }) => name)).toEqual(['a', '二楼'])
  })

  test.each([
    ['an id of a program that writes no letters', 'id="_x4E00__x697C_"', ['一楼']],
    ['an id that is there twice', 'id="大厅_2_"', ['大厅']],
    ['a label beside an id', 'id="path12" inkscape:label="机房"', ['path12', '机房']],
    ['classes', 'class="exit wide"', ['.exit', '.wide']],
    ['an entity in a name', 'id="A&amp;B"', ['A&B']],
  ])('takes the names of %s', (_case, attributes, names) => {
    const [shape] = shapesOf(svg(`<rect ${attributes} width="1" height="1"/>`)) ?? []
    expect(shape?.names.map(({ name }) => name)).toEqual(names)
  })

  it('takes the title of a shape as its name', () => {
    const [shape] = shapesOf(svg('<rect width="1" height="1"><title>会议室</title></rect>')) ?? []
    expect(shape?.names[0]?.name).toBe('会议室')
  })

  it('without a view box lies in its width and height, else around its shapes', () => {
    expect(readDrawing(svg(RECT, 'width="300px" height="200"'))?.drawing.box).toEqual([
      0, 0, 300, 200,
    ])
    expect(readDrawing(svg(RECT, 'width="100%"'))?.drawing.box).toEqual([10, 5, 20, 10])
  })

  it('knows where a path goes, relative and absolute, with arcs', () => {
    const box = (d: string) => shapesOf(svg(`<path d="${d}"/>`))?.[0]?.box
    expect(box('M10,10h20v-5H12zm5 5l1 1')).toEqual([10, 5, 20, 11])
    expect(box('m1 1a5 5 0 0110 0')).toEqual([1, 1, 10, 0])
    expect(box('M0 0C1 2 3 4 5 6S7 8 9 10Q1 1 2 2T3 3')).toEqual([0, 0, 9, 10])
  })

  it('without its invisible parts', () => {
    const hidden = ['display="none"', 'visibility="hidden"', 'style="fill:red;display: none"']
    const all = hidden.map((each) => `<g ${each}>${RECT}</g>`).join('')
    expect(shapesOf(svg(all + RECT))).toHaveLength(1)
  })
})

describe('of a hostile file', () => {
  const MARK = 'steal'
  test.each([
    ['a script', `<script>${MARK}()</script>`],
    ['a script in a namespace', `<svg:script href="${MARK}.js"/>`],
    ['what a click does', `<rect width="1" height="1" onclick="${MARK}()"/>`],
    ['what loading does', `<g onload="${MARK}()">${RECT}</g>`],
    ['a picture from elsewhere', `<image href="https://${MARK}.example/x.png"/>`],
    ['a use from elsewhere', `<use xlink:href="https://${MARK}.example/x.svg#a"/>`],
    ['a link', `<a href="javascript:${MARK}()">${RECT}</a>`],
    ['a style that fetches', `<style>@import url(//${MARK}.example)</style>`],
    ['a style of one shape', `<rect width="1" height="1" style="fill:url(//${MARK}.example)"/>`],
    ['a page in it', `<foreignObject><iframe src="//${MARK}.example"/></foreignObject>`],
    ['an animation that sets an address', `<animate attributeName="href" to="${MARK}"/>`],
    ['a filter', `<filter id="f"><feImage href="//${MARK}.example"/></filter>`],
    ['a path that is none', `<path d="M0 0 url(${MARK})"/>`],
    ['a number that is none', `<rect width="expression(${MARK})" height="1"/>`],
    ['text', `<text>${MARK}</text>`],
    ['a stylesheet before it', ''],
  ])('nothing is left of %s', (_case, hostile) => {
    const sheet = `<?xml-stylesheet href="${MARK}.css"?>`
    const text = sheet + svg(hostile + RECT).replace(/^<\?xml[^?]*\?>/, '')
    const read = readDrawing(text)
    expect(read?.drawing.shapes.length).toBeGreaterThan(0)
    expect(JSON.stringify(read?.drawing)).not.toContain(MARK)
  })

  it('what was left out is told by its name and number', () => {
    const text = svg(`<image/><image/><script/><text>x</text>${RECT}`)
    expect(leftOut(text)).toEqual({ image: 2, script: 1, text: 1 })
  })

  it('no entity is resolved, neither of the file nor of another one', () => {
    const bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    const text = bomb + svg('<rect id="&a;&b;" width="1" height="1"/>').replace(/^<\?.*?\?>/, '')
    expect(shapesOf(text)?.[0]?.names[0]?.name).toBe('&a;&b;')
  })

  it('a very deep or very large one is refused', () => {
    expect(readDrawing(svg('<g>'.repeat(100) + RECT + '</g>'.repeat(100)))).toBeNull()
    expect(readDrawing(svg(RECT.repeat(9_000)))).toBeNull()
    expect(readDrawing(svg(RECT) + ' '.repeat(MOST_SVG_LENGTH))).toBeNull()
  })
})

describe('a damaged file is refused', () => {
  test.each([
    ['cut off', svg(RECT).slice(0, -8)],
    ['an element that is closed by another', svg('<g><rect/></svg>')],
    ['an attribute without quotes', svg('<rect width=1 height="1"/>')],
    ['an attribute twice', svg('<rect x="1" x="2" width="1" height="1"/>')],
    ['a comment without end', svg(`${RECT}<!--`)],
    ['two roots', svg(RECT) + svg(RECT)],
    ['words outside', `${svg(RECT)}x`],
    ['another kind of file', '<html><rect width="1" height="1"/></html>'],
    ['no XML', '%PDF-1.7'],
    ['nothing', ''],
    ['no shape', svg('')],
    ['a doctype without end', '<!DOCTYPE svg [<!ENTITY a "x">'],
  ])('%s', (_case, text) => {
    expect(readDrawing(text)).toBeNull()
  })
})

it('comments, CDATA and a byte order mark are passed over', () => {
  const root = readXml('\ufeff<a><!-- <b> --><![CDATA[<c>]]><d/></a>')
  expect(root?.children.map(({ name }) => name)).toEqual(['d'])
})
