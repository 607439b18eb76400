/** Reads the options of `station export`: what to write, as what, and where. */
import { resolve } from 'node:path'
import { FORMATS, type Format } from '#shared/domain/document/file-formats.ts'
import { isDate } from '#shared/domain/statistics/period.ts'
import type { ExportOptions } from './export.ts'
import { readOptions, usage, type Options } from './options.ts'

const NAMES: readonly string[] = [
  'data',
  'month',
  'draft',
  'number',
  'incident',
  'package',
  'from',
  'to',
  'format',
  'out',
  'lang',
  'table',
  'personal',
]
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/
const LANGUAGES: Readonly<Record<string, 'zh' | 'en'>> = { zh: 'zh', 'zh-CN': 'zh', en: 'en' }
const isFormat = (format: string | undefined): format is Format =>
  (FORMATS as readonly (string | undefined)[]).includes(format)

type What = ExportOptions['what']

function monthOf({ values, flags }: Options, month: string): What {
  const { from, to, number } = values
  if (from !== undefined || to !== undefined)
    throw usage('--month与--from、--to只能用一样', 'Give either --month or --from and --to')
  if (!MONTH.test(month))
    throw usage(
      `没有这个月份：${month}。写成 --month 2026-11`,
      `There is no month ${month}: give it like --month 2026-11`,
    )
  const draft = flags.includes('draft')
  if (draft && number !== undefined)
    throw usage('--draft与--number只能用一样', 'Give either --draft or --number')
  if (number !== undefined && !/^\d{1,3}$/.test(number))
    throw usage(
      `--number须为整数：0是首次签发，1是更正第1号（写的是${number}）`,
      `--number must be a whole number, 0 for the first issue, 1 for correction no. 1: ${number}`,
    )
  return { month, ...(draft && { draft }), ...(number !== undefined && { number: Number(number) }) }
}

/** Of one incident its record, or all that belongs to it as a package. */
function incidentOf({ values, flags }: Options, incident: string): What {
  const other = ['month', 'from', 'number'].find((name) => values[name] !== undefined)
  if (other !== undefined || flags.includes('draft'))
    throw usage(
      `--incident与--${other ?? 'draft'}只能用一样`,
      `Give either --incident or --${other ?? 'draft'}`,
    )
  if (values['to'] !== undefined && values['out'] !== undefined)
    throw usage('--to与--out只能用一样', 'Give either --to or --out')
  return { incident }
}

/** A period that the record cannot answer passes here. */
function periodOf({ values, flags }: Options): What {
  const { from, to, number } = values
  if (from === undefined && to === undefined)
    throw usage(
      '没有写要导出什么：--month 2026-11，或 --from 2026-11-01 --to 2026-11-30，或 --incident 2026-017',
      'Nothing to export was named: --month 2026-11, or --from 2026-11-01 --to 2026-11-30, or --incident 2026-017',
    )
  if (from === undefined || to === undefined)
    throw usage('--from和--to要一起写', '--from and --to belong together')
  const wrong = [from, to].find((date) => !isDate(date))
  if (wrong !== undefined)
    throw usage(
      `没有这一天：${wrong}。写成2026-11-01`,
      `There is no such day: ${wrong}. Give it like 2026-11-01`,
    )
  if (from > to)
    throw usage(
      `--from（${from}）晚于--to（${to}），请对调`,
      `--from (${from}) is after --to (${to}): swap them`,
    )
  if (flags.includes('draft') || number !== undefined)
    throw usage('--draft和--number只用于--month', '--draft and --number are for --month only')
  return { from, to }
}

function whatOf(options: Options): What {
  const { month, incident } = options.values
  if (incident !== undefined) return incidentOf(options, incident)
  return month === undefined ? periodOf(options) : monthOf(options, month)
}

/** A package is a ZIP, and of an incident alone. */
function formatOf({ values, flags }: Options): Format {
  const { format, incident } = values
  if (flags.includes('package')) {
    if (incident === undefined)
      throw usage('--package只用于--incident', '--package is for --incident only')
    if (format !== undefined)
      throw usage('--package与--format只能用一样', 'Give either --package or --format')
    return 'zip'
  }
  if (!isFormat(format))
    throw usage(
      `--format 须为 ${FORMATS.join('、')} 之一${format === undefined ? '' : `：${format}`}`,
      `--format must be one of ${FORMATS.join(', ')}${format === undefined ? '' : `: ${format}`}`,
    )
  return format
}

/** `dir`: the data folder of these options. */
export function readExport(
  args: readonly string[],
  dir: (values: Options['values']) => string,
): ExportOptions {
  const options = readOptions('export', args, NAMES)
  const { values, flags } = options
  const what = whatOf(options)
  const format = formatOf(options)
  const { out = '.', table } = values
  const language = LANGUAGES[values['lang'] ?? 'zh']
  const folder = 'incident' in what ? values['to'] : undefined
  if (!language) throw usage('--lang 须为 zh 或 en', '--lang must be zh or en')
  if (table !== undefined && format !== 'csv')
    throw usage('--table 只用于csv', '--table is for csv only')
  return {
    dir: dir(values),
    what: { ...what, ...(flags.includes('personal') && { personal: true }) },
    format,
    out: resolve(folder ?? out),
    isFolder: folder !== undefined,
    language,
    table,
  }
}
