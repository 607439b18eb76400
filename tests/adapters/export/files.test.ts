/**
 * Exported files: whole or absent, the same bytes each time, an older file untouched; and the
 * contents of CSV and HTML.
 */
import { readFileSync, writeFileSync, mkdirSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { csvField } from '#main/adapters/export/csv-file.ts'
import { sanitise } from '#main/adapters/export/sanitise.ts'
import { notWritten } from '#main/adapters/export/export-refusals.ts'
import { fillFile, publishFile, removeStaleParts } from '#main/adapters/export/file-target.ts'
import { localized } from '#shared/domain/text.ts'
import { documentWith, table, VALUES } from './papers.ts'
import { folder, logged, order, writer } from './writing.ts'

const FORMATS = ['xlsx', 'csv', 'html', 'txt'] as const

test.each(FORMATS)(
  '%s: the same paper twice is the same to the byte, and its digest is said',
  async (format) => {
    const { at, names } = folder()
    const [first, second] = [
      await writer().write(order(at('a'), { format })).done,
      await writer().write(order(at('b'), { format })).done,
    ]
    expect(readFileSync(at('a')).equals(readFileSync(at('b')))).toBe(true)
    expect(first).toEqual(second)
    expect(first).toMatchObject({ ok: true, bytes: statSync(at('a')).size })
    expect(names()).toEqual(['a', 'b'])
  },
)

describe('a file that does not become whole', () => {
  const fails = (code: string, after: number) => {
    let written = 0
    return (_handle: number, bytes: Uint8Array): number => {
      if (written >= after) throw Object.assign(new Error(`${code}: write`), { code })
      written += 1
      return bytes.length
    }
  }

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EIO', 'file-not-written'],
  ])(
    '%s in the middle: nothing is left, the older file is intact, and both languages say why',
    async (code, refusal) => {
      const { at, names } = folder()
      writeFileSync(at('a.csv'), 'older')
      const filling = fillFile(
        at('a.csv.1-1.part'),
        async (target) => {
          for (let n = 0; n < 5; n++) target.write('x'.repeat(1000))
        },
        fails(code, 3),
      )
      const error: unknown = await filling.then(
        () => null,
        (why: unknown) => why,
      )
      const result = notWritten(error)
      expect(result).toMatchObject({ ok: false, code: refusal })
      expect(result?.message.zh).not.toBe('')
      expect(names()).toEqual(['a.csv'])
      expect(readFileSync(at('a.csv'), 'utf8')).toBe('older')
    },
  )

  test('a disk that takes fewer bytes than it was given is asked again', async () => {
    const { at } = folder()
    const { writeSync } = await import('node:fs')
    const whole = await fillFile(
      at('t'),
      async (target) => target.write('0123456789'),
      (handle, bytes) => writeSync(handle, bytes.subarray(0, 3)),
    )
    publishFile(at('t'), at('a'))
    expect([readFileSync(at('a'), 'utf8'), whole.bytes]).toEqual(['0123456789', 10])
  })

  test('cancelled: nothing is left, the older file is intact', async () => {
    const { at, names } = folder()
    writeFileSync(at('a.xlsx'), 'older')
    const long = documentWith([
      table(
        'register',
        '长',
        Array.from({ length: 20_000 }, () => VALUES[1] ?? []),
      ),
    ])
    const writing = writer().write(
      order(at('a.xlsx'), {
        document: long,
        progress: (done) => {
          if (done > 1000) writing.cancel()
        },
      }),
    )
    expect(await writing.done).toMatchObject({ ok: false, code: 'export-cancelled' })
    expect([names(), readFileSync(at('a.xlsx'), 'utf8')]).toEqual([['a.xlsx'], 'older'])
  })

  test('the thread breaks down: a refusal, a line in the log, nothing is left, and the next export works', async () => {
    const { at, names } = folder()
    const chart = documentWith([]).sections[0]?.charts[0]
    const broken = {
      ...documentWith([]),
      sections: [
        {
          id: 'x',
          title: localized('x', 'x'),
          words: [],
          tables: [],
          charts: [{ ...chart, bars: null } as never],
        },
      ],
    }
    expect(
      await writer().write(order(at('a.html'), { document: broken, format: 'html' })).done,
    ).toMatchObject({ ok: false, code: 'export-failed' })
    expect(
      await writer().write(
        order(at('a.html'), { document: { ...broken, sections: [null as never] } }),
      ).done,
    ).toMatchObject({ ok: false, code: 'export-failed' })
    expect(logged.at(-1)?.event).toBe('export-failed')
    expect(names()).toEqual([])
    expect(await writer().write(order(at('a.html'), { format: 'html' })).done).toMatchObject({
      ok: true,
    })
  })

  test.each([
    ['a folder that is not there', 'none/a.csv'],
    ['a folder of that name', 'taken'],
  ])('%s is refused with its reason', async (_what, name) => {
    const { at } = folder()
    mkdirSync(at('taken'))
    expect(await writer().write(order(at(name), { format: 'csv' })).done).toMatchObject({
      ok: false,
      code: 'file-not-written',
    })
  })

  test('what a program that is gone left behind goes with the next export; what a running one writes stays', () => {
    const { at, names } = folder()
    const endedPid = 2 ** 22 + 1 // beyond the largest number of a process
    for (const name of [
      `a.csv.${endedPid}-1.part`,
      `a.csv.${endedPid}-2.part.html`,
      `a.csv.${process.pid}-1.part`,
      `b.csv.${endedPid}-1.part`,
    ])
      writeFileSync(at(name), '')
    removeStaleParts(at('a.csv'))
    expect(names()).toEqual([`a.csv.${process.pid}-1.part`, `b.csv.${endedPid}-1.part`])
  })
})

describe('plain text', () => {
  const written = async (part: Partial<ReturnType<typeof documentWith>>): Promise<string> => {
    const { at } = folder()
    const document = documentWith([table('register', '登记', VALUES)], part)
    await writer().write(order(at('a.txt'), { format: 'txt', document })).done
    return readFileSync(at('a.txt'), 'utf8')
  }
  const section = { id: 'text', title: localized('正文', 'Text'), tables: [], charts: [] }

  test('of what is words alone is word for word', async () => {
    const sections = [{ ...section, words: ['首报（第1报）', '三楼冒烟\n在疏散'] }]
    expect(await written({ kind: 'bulletin', sections })).toBe(
      '\ufeff首报（第1报）\r\n三楼冒烟\r\n在疏散\r\n',
    )
  })

  test('of anything else stands under its titles, tables with tabs', async () => {
    const text = await written({})
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text).toContain('编号\t时间\t日期\t地点')
  })
})

describe('CSV', () => {
  test('begins with a byte order mark, ends lines with CRLF, holds one table: the register, or the one that was asked for', async () => {
    const { at } = folder()
    await writer().write(order(at('a.csv'), { format: 'csv' })).done
    const lines = readFileSync(at('a.csv'), 'utf8').split('\r\n')
    expect(lines[0]).toBe('\ufeff编号,时间,日期,地点,次数,增减,占比,用时,损失')
    expect(lines[2]).toBe(
      'A-2,2026-10-31 23:59:59,2026-10-31,地点待核,12,-3,0.8235,0:07:05,-1234.50',
    )
    expect(lines).toHaveLength(VALUES.length + 2)
    await writer().write(order(at('b.csv'), { format: 'csv', table: 'summary', language: 'en' }))
      .done
    expect(readFileSync(at('b.csv'), 'utf8').split('\r\n')).toHaveLength(4)
    expect(
      await writer().write(order(at('c.csv'), { format: 'csv', table: 'x' })).done,
    ).toMatchObject({
      ok: false,
      code: 'unknown-table',
      details: ['summary', 'register', 'nothing'],
    })
  })

  test.each([
    ["=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\n=1"'],
    ['\0=1', '[U+0000]=1'],
    [';=1', '"\';=1"'],
    ['a;=1', '"a;=1"'],
    ['a\t=1', '"a\t=1"'],
    ['＝1', "'＝1"],
    ['  =1', "'  =1"],
    ['"=1"', '"\'""=1"""'],
    ['大厅', '大厅'],
    ['a,b', '"a,b"'],
    ['两\n行', '"两\n行"'],
    ['', ''],
  ])('%j becomes %j', (cellValue, written) => {
    expect(csvField(cellValue, 'text', 'zh', 'UTC')).toBe(written)
  })

  test('a negative number stays a number', () => {
    expect(csvField(-3, 'difference', 'zh', 'UTC')).toBe('-3')
  })
})

test('characters that are not seen, or turn the direction, are shown by their number; those of a family stay', () => {
  expect(sanitise('a\u202eb\u0007\u200b👨‍👩‍👧\u2028\ud800')).toBe(
    'a[U+202E]b[U+0007][U+200B]👨‍👩‍👧[U+2028]\ufffd',
  )
})

test('HTML holds no markup of people, no script, nothing to load, and says its source', async () => {
  const { at } = folder()
  const attack = '<img src=x onerror=alert(1)>"\'&\u202e'
  const withWords = documentWith(
    [table('register', attack, [[attack, null, attack, localized(attack, attack), 1, 1, 1, 1, 1]])],
    {
      title: localized(attack, attack),
      mark: localized(attack, attack),
      lines: [localized(attack, attack)],
    },
  )
  await writer().write(order(at('a.html'), { format: 'html', document: withWords })).done
  const html = readFileSync(at('a.html'), 'utf8')
  expect(html.match(/<img|<script|<link|href=|url\(|\u202e/g)).toBeNull()
  expect(html.split('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;[U+202E]').length - 1).toBe(
    8,
  )
  expect(html.match(/<svg/g)).toHaveLength(3)
  expect(html).toContain('火情&lt;1&gt;')
  expect(html).toContain('记录条数 4711')
})

test('a page says of which language the words are that are not in its own', async () => {
  const { at } = folder()
  const columns = [{ id: 'step', title: localized('步骤', 'Step'), kind: 'text' as const }]
  const rows = [[localized('疏散', '疏散 (中文)')], [localized('Call 119（EN）', 'Call 119')]]
  const document = documentWith([table('steps', '步骤表', rows, columns)])
  for (const language of ['zh', 'en'] as const)
    await writer().write(order(at(language), { format: 'html', document, language })).done

  const [zh, en] = [readFileSync(at('zh'), 'utf8'), readFileSync(at('en'), 'utf8')]
  expect(en).toContain('<td><span lang="zh-CN">疏散</span> (<span lang="zh-CN">中文</span>)</td>')
  expect(en).toContain('<td>Call 119</td>')
  expect(zh).toContain('<td>疏散</td>')
  expect(zh).toContain('<span lang="en">Call 119（EN）</span>')
})
