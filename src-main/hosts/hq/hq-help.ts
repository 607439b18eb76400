/** The commands and options of the program of HQ, and the words of its help. */
import { localized, type LocalizedText } from '#shared/domain/text.ts'

export const HQ_COMMANDS = {
  serve: localized(
    '运行总部：空库自动建表；就绪后在标准输出打印一行JSON',
    'Runs HQ; an empty database gets its tables; prints one line of JSON when ready',
  ),
  code: localized(
    '给一个单位开配对码（24小时内用一次）：--region 区域，--site 只给已配对的这个单位',
    'Makes a pairing code, valid once within 24 hours: --region; --site for a site that is paired already',
  ),
  unpair: localized(
    '停止一个单位的上交：--site；它要重新配对才能再上交',
    'Lets a site (--site) hand up no more until it is paired again',
  ),
  person: localized(
    '在本机设一个人并打印初始密码：--person 姓名，--role viewer|sender|administrator，--region 只看这个区域；第一个人只能这样设',
    'Appoints somebody on this machine and prints the first password: --person NAME, --role viewer|sender|administrator, --region limits them to it; there is no other way to the first account',
  ),
  backup: localized(
    '把数据库完整备份到文件夹（--folder，须为空或还没有）；总部运行时也可用。加--keep 14：在其中按时间另建一份，只留最近14份',
    'Makes a complete backup of the database in --folder, which must be empty or not exist; also while HQ runs. With --keep 14 it goes into a new folder in there, and the newest 14 stay',
  ),
  restore: localized(
    '用备份文件夹（--folder）建立空的数据库；核对无误才算恢复',
    'Fills an empty database from the backup in --folder; it counts only once it has been checked',
  ),
  help: localized('说明', 'This page'),
} as const satisfies Record<string, LocalizedText>
export type HqCommandName = keyof typeof HQ_COMMANDS

export const HQ_OPTIONS = {
  database: { env: 'VIGIL_HQ_DATABASE', value: 'postgres://USER@HOST:5432/NAME' },
  'password-file': { env: 'VIGIL_HQ_PASSWORD_FILE', value: 'FILE' },
  listen: { env: 'VIGIL_HQ_LISTEN', value: '127.0.0.1:7390' },
  certificate: { env: 'VIGIL_HQ_CERTIFICATE', value: 'FILE.pem' },
  'certificate-key': { env: 'VIGIL_HQ_CERTIFICATE_KEY', value: 'FILE.pem' },
  key: { env: 'VIGIL_HQ_KEY', value: '~/.vigil-hq/signing-key.pem' },
  name: { env: 'VIGIL_HQ_NAME', value: '总部' },
  address: { env: 'VIGIL_HQ_ADDRESS', value: 'https://hq.example:7390' },
  standby: { env: 'VIGIL_HQ_STANDBY', value: 'NAME' },
  region: { env: 'VIGIL_HQ_REGION', value: 'REGION' },
  site: { env: 'VIGIL_HQ_SITE', value: 'SITE' },
  person: { env: 'VIGIL_HQ_PERSON', value: 'NAME' },
  role: { env: 'VIGIL_HQ_ROLE', value: 'administrator' },
  folder: { env: 'VIGIL_HQ_FOLDER', value: 'FOLDER' },
  keep: { env: 'VIGIL_HQ_KEEP', value: '14' },
} as const
export type HqOptionName = keyof typeof HQ_OPTIONS

export const hqHelp = (): string =>
  [
    'Vigil 值守 总部 / HQ',
    '',
    ...Object.entries(HQ_COMMANDS).map(
      ([name, { zh, en }]) => `  ${name.padEnd(8)} ${zh}\n           ${en}`,
    ),
    '',
    ...Object.entries(HQ_OPTIONS).map(
      ([name, { env, value }]) => `  --${name} ${value}`.padEnd(48) + env,
    ),
    '',
  ].join('\n')
