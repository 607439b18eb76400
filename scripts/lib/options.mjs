/**
 * The options of `npm start`: reads them as the station's own command line does, and lists them for
 * `--help`.
 */
import { Stop as Refused } from '../../src-main/hosts/node/exit-codes.ts'
import { readOptions } from '../../src-main/hosts/node/options.ts'
import { SITE_KINDS } from '../../src-shared/domain/site/site.ts'
import { Stop } from './say.mjs'

/**
 * @typedef {{ value?: string, zh: string, en: string }} Option without `value` it stands alone
 */

/** @type {Readonly<Record<string, Option>>} */
const OPTIONS = {
  data: {
    value: 'DIR',
    zh: '数据目录；没有就新建。不写则用本用户的目录',
    en: "the data folder, made if it is not there; by default the user's own",
  },
  port: {
    value: 'N',
    zh: '端口，0到65535，默认7373；0为任一空闲端口',
    en: 'the port, 0 to 65535, by default 7373; 0 is any free one',
  },
  site: {
    value: 'KIND',
    zh: '单位类型，只用于新目录，见下',
    en: 'the kind of site, for a new folder only, see below',
  },
  zone: {
    value: 'ZONE',
    zh: '时区，只用于新目录，例如Asia/Shanghai；不写则用本机时区',
    en: "the time zone, for a new folder only, e.g. Asia/Shanghai; by default the machine's",
  },
  demo: {
    zh: '演示：虚构数据，停止后删除；不能与--data同时用',
    en: 'a demo with invented data, deleted when it stops; not with --data',
  },
  browser: {
    zh: '用浏览器，不开桌面窗口',
    en: 'in the browser, without a window of its own',
  },
  'no-open': {
    zh: '什么都不打开，只给出链接',
    en: 'opens nothing, prints the links',
  },
}

const EXAMPLES = [
  'npm start -- --demo',
  'npm start -- --data /srv/vigil --site gas-customer-service',
  'npm start -- --no-open --port 7480 --data /srv/vigil',
]

/** @param {string} name @param {Option} option */
const form = (name, { value }) => `--${name}${value ? ` ${value}` : ''}`

/** Whether somebody asks how it is used. @param {string[]} args */
export const wantsHelp = (args) => args.some((arg) => ['--help', '-h', 'help'].includes(arg))

/**
 * The text of `--help`. `usual`: the data folder without `--data`.
 * @param {string} usual
 */
export const helpText = (usual) => `Vigil 值守: npm start -- [选项 / options]

${Object.entries(OPTIONS)
  .map(
    ([name, option]) =>
      `  ${form(name, option).padEnd(13)}${option.zh}\n${' '.repeat(15)}${option.en}`,
  )
  .join('\n')}

KIND: ${Object.keys(SITE_KINDS).join(' ')}

默认数据目录 / Default data folder: ${usual}

例 / Examples:
${EXAMPLES.map((line) => `  ${line}`).join('\n')}

备份、恢复、核对、导出等命令 / Backup, restore, verify, export and more:
  npm exec -- node out/main/station.js --help`

/**
 * What was given, by name: the value, or true. Throws `Stop` (64).
 * @param {string[]} args
 * @returns {Record<string, string | true | undefined>}
 */
export function givenOptions(args) {
  try {
    const { values, flags } = readOptions('npm start', args, Object.keys(OPTIONS))
    const alone = flags.map((name) => /** @type {[string, true]} */ ([name, true]))
    return { ...values, ...Object.fromEntries(alone) }
  } catch (error) {
    throw error instanceof Refused ? new Stop(error.text.zh, error.text.en, error.exit) : error
  }
}
