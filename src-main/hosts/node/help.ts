/** The words of `--help`: of all commands, and of each with examples. */
import { SITE_KINDS } from '#shared/domain/site/site.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

type CommandHelp = { usage: string; says: LocalizedText; examples: readonly string[] }

const KINDS = `KIND: ${Object.keys(SITE_KINDS).join(' ')}
ZONE: Asia/Shanghai …
      不写时用本机时区；本机为UTC或未设时区时用Asia/Shanghai
      By default the machine's time zone, or Asia/Shanghai if that is UTC or not set
`

/** By name, in the order of the list. */
export const COMMANDS: Readonly<Record<string, CommandHelp>> = {
  serve: {
    usage: '--data DIR [--port N] [--site KIND] [--zone ZONE]',
    says: localized(
      '运行值守站；就绪后在标准输出打印一行JSON。--site 与 --zone 只用于新目录；--port 0 为任一空闲端口',
      'Runs the station; prints one line of JSON when ready. --site and --zone are for a new folder only; --port 0 is any free port',
    ),
    examples: [
      'station serve --data /srv/vigil',
      'station serve --data /srv/vigil --port 7373 --site gas-customer-service --zone Asia/Shanghai',
    ],
  },
  follow: {
    usage: '--data DIR [--from TEXT] [--port N]',
    says: localized(
      '作为备机跟随另一台机器的记录；新目录，--from 写主机“设置→备机”给出的接入文字（加引号），只要一次。就绪后打印一行JSON，打开其中的网址可看进度，按一次键接管；接管后就是值守站，地址不变；--port 是端口',
      'Follows the record of another machine as its spare, in a new folder; --from gives the text of that station (Settings, Spare; in quotes), once. Prints one line of JSON when ready: the page at its address shows how far it is and takes over by one key; from then on it is the station, at the same address (--port, else any free one)',
    ),
    examples: [
      "station follow --data /srv/vigil-spare --from 'https://192.168.1.5:40123#…/…'",
      'station follow --data /srv/vigil-spare',
    ],
  },
  verify: {
    usage: '--data DIR | --package FILE',
    says: localized(
      '核对记录及其附件；完好退出码为0，否则为2并给出首个不可信的位置；值守站运行时也可用。--package 核对一个事件档案包，不需要值守站',
      'Checks the record and its files; exit code 0 if it is intact, else 2 with the first position that cannot be trusted; also while the station is running. --package checks the archive package of an incident, without a station',
    ),
    examples: ['station verify --data /srv/vigil', 'station verify --package 2026-017.zip'],
  },
  demo: {
    usage: '--data DIR',
    says: localized('在新目录里填入虚构的示例数据', 'Fills a new folder with invented sample data'),
    examples: ['station demo --data /tmp/vigil-demo', 'station serve --data /tmp/vigil-demo'],
  },
  'plans check': {
    usage: '[FILE…]',
    says: localized(
      '检查预案文件；不带文件时检查整个预案库；有错误时退出码为1',
      'Checks plan files, or the whole library; exit code 1 if there is an error',
    ),
    examples: ['station plans check', 'station plans check my-plan.yaml'],
  },
  export: {
    usage:
      '--data DIR (--month 2026-11 [--draft | --number N] | --from 2026-11-01 --to 2026-11-30 | --incident 2026-017|ID) (--format xlsx|csv|html|pdf | --package) [--out FILE|FOLDER | --to FOLDER] [--lang zh|en] [--table ID] [--personal]',
    says: localized(
      '把月报、一段时间的统计或一起事件的记录写成文件；值守站运行时也可用。--month 写出最新签发的一期，没有签发时写草稿；写的是哪一种会说明；--draft 写现在的草稿，--number 写第几期（0是首次签发，1是更正第1号）。不写 --out 或写的是文件夹时，文件名由程序取。PDF需要桌面版或本机的浏览器（VIGIL_BROWSER或CHROME_BIN可指明；值守站运行时由它生成，以它启动时的环境为准），没有时退出码为3。--table 选csv的表，默认为事件登记；--personal 带上超时的原因，事件带上个人信息。--incident 写短号或事件编号；--package 写它的档案包（结案以后），带--personal才有附件和报出的原文；--to 只用于--incident，是已有的文件夹',
      "Writes a month's report, the figures of a period or the record of an incident to a file; also while the station is running. --month writes the latest issue, or the draft while there is none, and says which; --draft writes the draft as of now, --number a certain issue (0 the first one, 1 correction no. 1). Without --out, or if it is a folder, the program names the file. A PDF needs the desktop program or a browser on this machine (VIGIL_BROWSER or CHROME_BIN may name it; a running station makes the PDF itself, and the environment that it was started in counts), exit code 3 if there is none. --table chooses the table of a csv, by default the register of incidents; --personal includes the reasons for late limits, and of an incident what is personal. --incident gives a short number or an id; --package writes its archive package (once it is closed), with the files and the reports as they went out only if --personal is given; --to is for --incident only, and an existing folder",
    ),
    examples: [
      'station export --data /srv/vigil --month 2026-11 --format pdf',
      'station export --data /srv/vigil --month 2026-11 --draft --format xlsx --out /home/duty/',
      'station export --data /srv/vigil --month 2026-11 --number 0 --format html --out issued.html',
      'station export --data /srv/vigil --incident 2026-017 --package --personal --to /media/usb/archive',
      'station export --data /srv/vigil --from 2026-10-01 --to 2026-12-31 --format csv --out q4.csv',
    ],
  },
  backup: {
    usage: '--data DIR --to FOLDER',
    says: localized(
      '把记录、设置和自编预案完整备份到FOLDER（须已存在，最好在另一块盘上）；值守站运行时也可用；核对无误才算备份',
      'Makes a complete backup of record, settings and site plans in FOLDER, which must exist, best on another disk; also while the station is running; it counts as a backup only once it has been checked',
    ),
    examples: ['station backup --data /srv/vigil --to /media/usb/vigil-backups'],
  },
  restore: {
    usage: '--data NEW --from FOLDER|BACKUP [--purges OLD]',
    says: localized(
      '用FOLDER里最新的完好备份（或指定的那一个）建立新的数据目录NEW，NEW须为空或还没有；备份损坏时退出码为2，NEW不变。--purges 写原来的数据目录：备份以后清除过的个人信息，启动时先照样清除',
      'Creates the data folder NEW from the newest intact backup in FOLDER, or from the backup given; NEW must be empty or not exist yet; exit code 2 and NEW unchanged if the backup is damaged. --purges is the old data folder: personal values purged since the backup are purged again at the start',
    ),
    examples: ['station restore --data /srv/vigil-new --from /media/usb/vigil-backups'],
  },
  'admin-code': {
    usage: '--data DIR',
    says: localized(
      '设置或更换管理员密码（忘记时也用它）；在终端里输入两次，或由另一程序经标准输入送一行；值守站运行时也可用',
      "Sets or replaces the administrator's code, also when it is forgotten: type it twice, or pipe one line to standard input; also while the station is running",
    ),
    examples: ['station admin-code --data /srv/vigil'],
  },
  adopt: {
    usage: '--data DIR --from FOLDER',
    says: localized(
      '把应急记录FOLDER（emergency-…文件夹）里的事件并入DIR里完好的或已恢复的记录；两边都须停机；只并入一次；有损坏时退出码为2',
      'Adopts the incidents of the emergency record FOLDER (a folder emergency-…) into the intact or restored record in DIR; no station may be running on either; once only; exit code 2 if one of them is damaged',
    ),
    examples: [
      'station adopt --data /srv/vigil-new --from /srv/vigil/emergency-2026-11-24T041500Z',
    ],
  },
}

const HOW_TO_CALL =
  'station = npm exec -- node out/main/station.js（在程序源码的文件夹里 / in the folder of the sources）'

const paragraph = ([name, { usage, says }]: [string, CommandHelp]): string =>
  `  station ${name} ${usage}\n          ${says.zh}\n          ${says.en}\n`

const HELP = `Vigil 值守

${Object.entries(COMMANDS).map(paragraph).join('\n')}
  station 命令 --help：该命令的说明和例子 / station COMMAND --help: that command, with examples
  station --version

${KINDS}
${HOW_TO_CALL}
`

/** Of a command by its name; of all commands for null. */
export function helpOf(name: string | null): string {
  const command = name === null ? undefined : COMMANDS[name]
  if (name === null || !command) return HELP
  const examples = command.examples.map((line) => `  ${line}\n`).join('')
  return `${paragraph([name, command])}
例 / Examples:
${examples}${name === 'serve' ? `\n${KINDS}` : ''}
${HOW_TO_CALL}
`
}

/**
 * What stands before a wrong use, which is to be the last line on the screen: how the command is
 * used, or which there are.
 */
export const usageOf = (name: string | null): string =>
  name === null || !COMMANDS[name]
    ? `命令 / Commands: ${Object.keys(COMMANDS).join(', ')}\n说明 / More: station --help\n`
    : `用法 / Usage: station ${name} ${COMMANDS[name].usage}\n说明和例子 / More: station ${name} --help\n`
