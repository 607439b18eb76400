/**
 * The tables of HQ's monthly report: the sum, who is missing, site by site, up to which entry, what
 * a correction changed. Every number comes from `figuresOf`; a missing site has none.
 */
import type { Cell, Column, Table } from '../document/document.ts'
import { column, plain, table } from '../document/table.ts'
import { localized, type LocalizedText } from '../text.ts'
import { figuresOf, type GroupChange, type GroupFigures, type GroupPaper } from './group-report.ts'
import {
  figureWords,
  inFigureOrder,
  MAIN_FIGURES,
  MISSING_WORDS,
  type CodeNames,
} from './figure-words.ts'
import type { MissingWhy } from './group-month.ts'

const SITE = column('site', '单位', 'Site', 'text')
const REGION = column('region', '区域', 'Region', 'text')
const AS_OF = column('asOf', '收齐至', 'Whole until', 'instant')
const POSITION: readonly Column[] = [
  column('epoch', '记录代', 'Generation'),
  column('seq', '计到第几条', 'Counted up to entry'),
]
const HASH = column('hash', '该条的校验值', 'Hash of that entry', 'text')
export const SUM = localized('合计', 'Sum')
const NO_SITES = localized('没有单位报到这个月', 'No site has reported this month')

/** By region, then by name, as a Chinese dictionary has them. */
const listed = <T extends { region: string; name: LocalizedText }>(rows: readonly T[]): T[] =>
  rows.toSorted(
    (a, b) => a.region.localeCompare(b.region, 'zh') || a.name.zh.localeCompare(b.name.zh, 'zh'),
  )

const figureColumns = (figures: readonly string[], names: CodeNames): readonly Column[] =>
  figures.map((figure) => ({ id: figure, title: figureWords(figure, names), kind: 'count' }))
const numbers = (of: GroupFigures, figures: readonly string[]): readonly Cell[] => {
  const all = figuresOf(of)
  return figures.map((figure) => plain(all.get(figure) ?? 0))
}
/** The main figures always, of the groups what was counted. */
const figuresIn = ({ sum }: GroupPaper): readonly string[] =>
  inFigureOrder([...MAIN_FIGURES, ...figuresOf(sum).keys()])

export const sumTable = (document: GroupPaper, names: CodeNames): Table => {
  const all = figuresOf(document.sum)
  return table(
    'figures',
    localized('主要数字', 'Main figures'),
    [column('what', '项目', 'Figure', 'text'), column('sum', '合计', 'Sum')],
    figuresIn(document).map((figure) => [
      plain(figureWords(figure, names)),
      plain(all.get(figure) ?? 0),
    ]),
    { empty: NO_SITES },
  )
}

export const missingTable = ({ missing }: GroupPaper): Table =>
  table(
    'missing',
    localized('未报的单位', 'Sites not reported'),
    [SITE, REGION, column('why', '原因', 'Why', 'text'), AS_OF],
    listed(missing).map(({ name, region, why, asOf }) =>
      [name, region, MISSING_WORDS[why], asOf].map(plain),
    ),
    { empty: localized('没有未报的单位', 'Every site has reported') },
  )

export const sitesTable = ({ parts, sum }: GroupPaper, names: CodeNames): Table =>
  table(
    'sites',
    localized('各单位', 'Site by site'),
    [SITE, REGION, ...figureColumns(MAIN_FIGURES, names)],
    listed(parts).map(({ name, region, figures }) => [
      plain(name),
      plain(region),
      ...numbers(figures, MAIN_FIGURES),
    ]),
    {
      empty: NO_SITES,
      total: [plain(SUM), plain(null), ...numbers(sum, MAIN_FIGURES)],
    },
  )

export const positionTable = ({ parts }: GroupPaper): Table =>
  table(
    'positions',
    localized('各单位计到哪一条', 'Up to which entry each was counted'),
    [SITE, REGION, ...POSITION, AS_OF, HASH],
    listed(parts).map(({ name, region, position: { epoch, seq, hash }, asOf }) =>
      [name, region, epoch, seq, asOf, hash].map(plain),
    ),
    { empty: NO_SITES },
  )

const COUNTED = localized('计入', 'Counted')
const NOT_CHOSEN = localized('不在其中', 'Not in it')
const missed = (why: MissingWhy | null): LocalizedText =>
  why === null
    ? NOT_CHOSEN
    : localized(`未报：${MISSING_WORDS[why].zh}`, `Not reported: ${MISSING_WORDS[why].en}`)

/** A site in all that it was counted or why not: for files that hold a single table. */
export function registerTable(document: GroupPaper, names: CodeNames): Table {
  const figures = figuresIn(document)
  const none = figures.map(() => plain(null))
  return table(
    'register',
    localized('各单位和合计', 'Sites and sum'),
    [
      ...[SITE, REGION, column('state', '是否计入', 'Counted', 'text')],
      ...figureColumns(figures, names),
      ...[...POSITION, AS_OF, HASH],
    ],
    [
      [
        ...[SUM, null, null].map(plain),
        ...numbers(document.sum, figures),
        ...Array<Cell>(4).fill(plain(null)),
      ],
      ...listed(document.parts).map(
        ({ name, region, figures: of, position: { epoch, seq, hash }, asOf }) => [
          ...[name, region, COUNTED].map(plain),
          ...numbers(of, figures),
          ...[epoch, seq, asOf, hash].map(plain),
        ],
      ),
      ...listed(document.missing).map(({ name, region, why, asOf }) => [
        ...[name, region, missed(why)].map(plain),
        ...none,
        ...[null, null, asOf, null].map(plain),
      ]),
    ],
    { empty: NO_SITES },
  )
}

/** `siteName`: what a site is called, by its id. */
export function changesTable(
  changes: readonly GroupChange[],
  names: CodeNames,
  siteName: (id: string) => LocalizedText | string,
): Table {
  const isCounted = localized('是否计入', 'Counted')
  const row = (change: GroupChange): readonly Cell[] => {
    const name = change.site === null ? SUM : siteName(change.site)
    switch (change.kind) {
      case 'figure':
        return [name, figureWords(change.figure, names), change.before, change.after].map(plain)
      case 'came':
        return [name, isCounted, missed(change.before), COUNTED].map(plain)
      case 'went':
        return [name, isCounted, COUNTED, missed(change.after)].map(plain)
      case 'why':
        return [name, isCounted, missed(change.before), missed(change.after)].map(plain)
    }
  }
  return table(
    'changes',
    localized('改了什么', 'What changed'),
    [
      SITE,
      column('what', '项目', 'Figure', 'text'),
      column('before', '原来', 'Before', 'text'),
      column('after', '现在', 'Now', 'text'),
    ],
    changes.map(row),
    { empty: localized('没有变化', 'No change') },
  )
}
