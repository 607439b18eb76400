/**
 * The guides for people at a site: each leads to all others, README to each of them; a number that
 * one of them states is the program's, and what is to be pressed is called as the page calls it.
 * What the first set-up takes is counted in tests/e2e/first-set-up.test.ts.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { readPolicies } from '#main/adapters/plans/policies.ts'
import { READ_MS } from '#renderer/console/base/key-target.ts'
import {
  COLUMNS,
  FILE_BYTES,
  ROWS,
  UNPACKED_BYTES,
} from '#renderer/console/pages/site/reading/limits.ts'
import { SHEET_BYTES, SHEET_ROWS } from '#renderer/console/pages/site/reading/sheets.ts'
import { readinessZh } from '#renderer/i18n/readiness.zh.ts'
import { registerZh } from '#renderer/i18n/register.zh.ts'
import { LIST_DAYS } from '#shared/contract/handover.ts'
import { DUE_MONTHS } from '#shared/domain/contacts/contact.ts'
import { UNDO_WITHIN_MS } from '#shared/domain/incident/record/correction-commands.ts'
import { TOLD_BEFORE_MS } from '#shared/domain/incident/rules/evidence.ts'
import { OUTSIDE_UNITS } from '#shared/domain/roster/outside-units.ts'
import { DAY_MS, SECOND_MS } from '#shared/domain/units.ts'

const DOCS = join(import.meta.dirname, '../../docs')
const I18N = join(import.meta.dirname, '../../src-renderer/i18n')
const GUIDES = [
  'administering',
  'import',
  'dispatching',
  'handover',
  'planning',
  'readiness',
  'reports',
  'restore',
] as const
/** Those of the parts of readiness, to which its own guide leads. */
const READINESS_PARTS = ['supplies', 'drills', 'training', 'checks', 'plan-upkeep']
const textOf = (guide: string): string => readFileSync(join(DOCS, `${guide}.md`), 'utf8')
const linksIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#\s]+)\)/g)].map(([, link = '']) => link)

describe.each(GUIDES)('%s', (guide) => {
  it('leads to the other guides and to README', () => {
    const others = GUIDES.filter((other) => other !== guide).map((other) => `${other}.md`)
    expect(linksIn(textOf(guide))).toEqual(expect.arrayContaining([...others, '../README.md']))
  })

  it('is found from README', () => {
    expect(linksIn(textOf('../README'))).toContain(`docs/${guide}.md`)
  })
})

it('readiness leads to its parts, which README names, too', () => {
  for (const [of, folder] of [
    ['readiness', ''],
    ['../README', 'docs/'],
  ] as const)
    expect(linksIn(textOf(of))).toEqual(
      expect.arrayContaining(READINESS_PARTS.map((part) => `${folder}${part}.md`)),
    )
})

const MIB = 1024 * 1024
const controlRoom = readPolicies(join(DOCS, '../resources/standards/policies.yaml'))?.find(
  ({ kind }) => kind === 'control-room',
)?.value
const thousands = (count: number): string => count.toLocaleString('en-US')
const numbers = Object.values(OUTSIDE_UNITS).flatMap(({ number }) => number ?? [])

test.each([
  ['import', `最多${SHEET_BYTES / MIB}MB，每张表${SHEET_ROWS}行`],
  ['import', `at most ${SHEET_BYTES / MIB} MB and ${thousands(SHEET_ROWS)} rows a sheet`],
  [
    'import',
    `${FILE_BYTES / MIB}MB、${thousands(ROWS)}行、${COLUMNS}列；解开后${UNPACKED_BYTES / MIB}MB`,
  ],
  [
    'import',
    `${FILE_BYTES / MIB} MB, ${thousands(ROWS)} rows, ${COLUMNS} columns; ${UNPACKED_BYTES / MIB} MB unpacked`,
  ],
  ['administering', `（通常${DUE_MONTHS}个月，可改`],
  ['administering', `for the usual ${DUE_MONTHS} months`],
  ['administering', `的${READ_MS / 1000}秒内按键不算`],
  ['administering', `within ${READ_MS / 1000} s of a new number`],
  ['dispatching', `画面刚变的${READ_MS / 1000}秒内`],
  ['dispatching', `within ${READ_MS / 1000} s of a change`],
  ['dispatching', `${UNDO_WITHIN_MS / SECOND_MS}秒内按 Ctrl F8`],
  ['administering', `${numbers.slice(0, -1).join('、')}、${numbers.at(-1)}不用登记`],
  ['administering', `人数按“${readinessZh.part.policies}”里的（GB 25506，${controlRoom}人）`],
  ['handover', `最近${LIST_DAYS.usual}天，一次最多查一年`],
  ['handover', `the last ${LIST_DAYS.usual} days, a year at most`],
  ['handover', `${'零一二三四五'[TOLD_BEFORE_MS / DAY_MS]}天内保存期满的证据`],
])('%s says “%s”', (guide, words) => {
  expect(textOf(guide)).toContain(words)
})

/** What is read on a page: its messages, and the lines that a report is drafted with. */
const READ = [
  ...readdirSync(I18N).map((file) => join(I18N, file)),
  join(DOCS, '../src-shared/domain/bulletin/draft.ts'),
]
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
/** What stands in bold or, in English, in italics; a sentence is none. */
const labelsIn = (text: string): string[] =>
  [...text.matchAll(/\*\*?([^*\n]+)\*\*?/g)]
    .map(([, label = '']) => label)
    .filter((label) => !/[。.，,]|^(?:Ctrl|Make the|Then fill)/.test(label))

test.each(['administering', 'import', 'dispatching', 'handover'])(
  '%s calls what is pressed and read as the pages do',
  (guide) => {
    const labels = labelsIn(textOf(guide))
    expect(labels.length).toBeGreaterThan(20)
    expect(labels.filter((label) => !READ.includes(label))).toEqual([])
  },
)

/** Ids of the pages in the order of the menu, as their keys go. */
const menu = [
  ...(
    readFileSync(join(DOCS, '../src-renderer/console/page-table.ts'), 'utf8').split('below:')[0] ??
    ''
  ).matchAll(/id: '(\w+)'/g),
].map(([, id]) => id)

test.each([
  ['planning', 'Ctrl Shift ', 'actions'],
  ['readiness', 'Ctrl+Shift+', 'readiness'],
])('%s names the key of its page', (guide, keys, id) => {
  const named = [...textOf(guide).matchAll(/Ctrl[ +]Shift[ +]\d/g)].map(([key]) => key)
  expect(named).toEqual([1, 2].map(() => `${keys}${menu.indexOf(id) + 1}`))
})

it('what it says of fire control rooms stands beside the field, too; a year is a leap year', () => {
  const { controlRoom: tick, controlRoomSays } = registerZh.shift
  expect(textOf('administering')).toContain(`勾上“${tick}”`)
  expect(controlRoomSays).toContain(`“${readinessZh.part.policies}”里`)
  expect(LIST_DAYS.most).toBe(366)
})
