/** The text of `--help`. */
import { SITE_KINDS } from '#shared/domain/site/site.ts'

export const HELP = `Vigil 值守

  serve   --data DIR [--port N] [--site KIND] [--zone ZONE]
          运行值守站；就绪后在标准输出打印一行JSON。--site 与 --zone 只用于新目录；--port 0 为任一空闲端口
          Runs the station; prints one line of JSON when ready. --site and --zone are for a new folder only; --port 0 is any free port
  verify  --data DIR
          核对记录；完好退出码为0，否则为2并给出首个不可信的位置
          Checks the record; exit code 0 if it is intact, else 2 with the first position that cannot be trusted
  demo    --data DIR
          在新目录里填入虚构的示例数据
          Fills a new folder with invented sample data
  plans check [FILE…]
          检查预案文件；不带文件时检查整个预案库；有错误时退出码为1
          Checks plan files, or the whole library; exit code 1 if there is an error
  export  --data DIR (--month 2026-11 | --from 2026-11-01 --to 2026-11-30) --format xlsx|csv|html|pdf --out FILE [--lang zh|en] [--table ID] [--personal]
          把月报或一段时间的统计写成文件；值守站运行时也可用；PDF需要桌面版或本机的浏览器，没有时退出码为3；--table 选csv的表，默认为事件登记；--personal 带上超时的原因
          Writes a month's report, or the figures of a period, to a file; also while the station is running; a PDF needs the desktop program or a browser
          on this machine, exit code 3 if there is none; --table chooses the table of a csv, by default the register of incidents; --personal includes
          the reasons for late limits
  backup  --data DIR --to FOLDER
          把记录、设置和自编预案完整备份到FOLDER（须已存在，最好在另一块盘上）；值守站运行时也可用；核对无误才算备份
          Makes a complete backup of record, settings and site plans in FOLDER, which must exist, best on another disk; also while the station
          is running; it counts as a backup only once it has been checked
  restore --data NEW --from FOLDER|BACKUP
          用FOLDER里最新的完好备份（或指定的那一个）建立新的数据目录NEW，NEW须为空或还没有；备份损坏时退出码为2，NEW不变
          Creates the data folder NEW from the newest intact backup in FOLDER, or from the backup given; NEW must be empty or not exist yet;
          exit code 2 and NEW unchanged if the backup is damaged
  admin-code --data DIR
          设置或更换管理员密码（忘记时也用它）；在终端里输入两次，或由另一程序经标准输入送一行；值守站运行时也可用
          Sets or replaces the administrator's code, also when it is forgotten: type it twice, or pipe one line to standard input; also while the
          station is running
  adopt   --data DIR --from FOLDER
          把应急记录FOLDER（emergency-…文件夹）里的事件并入DIR里完好的或已恢复的记录；两边都须停机；只并入一次；有损坏时退出码为2
          Adopts the incidents of the emergency record FOLDER (a folder emergency-…) into the intact or restored record in DIR; no station
          may be running on either; once only; exit code 2 if one of them is damaged
  --help, --version

KIND: ${Object.keys(SITE_KINDS).join(' ')}
ZONE: Asia/Shanghai …
      不写时用本机时区；本机为UTC或未设时区时用Asia/Shanghai
      By default the machine's time zone, or Asia/Shanghai if that is UTC or not set
`
