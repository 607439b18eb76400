/** What `--help` says. */
import { SITE_KINDS } from '#shared/domain/site.ts'

export const HELP = `Vigil 值守

  serve   --data DIR [--port N] [--site KIND] [--zone ZONE]
          运行值守站；就绪后在标准输出打印一行JSON。--site 与 --zone 只用于新目录；--port 0 为任一空闲端口
          Runs the station; prints one line of JSON when ready. --site and --zone are for a new folder only; --port 0 is any free port
  verify  --data DIR
          核对记录；完好退出码为0，否则为2并给出首个不可信的位置
          Checks the record; exit code 0, or 2 with the first bad position
  demo    --data DIR
          在新目录里填入虚构的示例数据
          Fills a new folder with invented sample data
  plans check [FILE…]
          检查预案文件；不带文件时检查整个预案库；有错误时退出码为1
          Checks plan files, or the whole library; exit code 1 if there is an error
  export | backup | restore
          此版本还没有，退出码为64
          Not in this version yet, exit code 64
  --help, --version

KIND: ${Object.keys(SITE_KINDS).join(' ')}
ZONE: Asia/Shanghai …
      不写时用本机时区；本机为UTC或未设时区时用Asia/Shanghai
      Without it the machine's zone; Asia/Shanghai where that is UTC or none
`
