/** The refusals around the administrator's code of this machine. */
import { SHORTEST_CODE } from '#shared/domain/admin-code.ts'
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { SECOND_MS } from '#shared/domain/units.ts'

export const codeNeeded = (): Refusal =>
  refuse('code-needed', localized('这一步要输入管理员密码', 'This needs the administrator code'))
export const wrongCode = (): Refusal =>
  refuse('wrong-code', localized('管理员密码不对', 'Wrong administrator code'))
/** `wait`: ms from now. */
export function tooManyTries(wait: number): Refusal {
  const seconds = Math.ceil(wait / SECOND_MS)
  return refuse(
    'too-many-tries',
    localized(
      `输错次数过多，请过${seconds}秒再试`,
      `Too many wrong codes: try again in ${seconds} s`,
    ),
  )
}
export const codeNotSet = (): Refusal =>
  refuse(
    'code-not-set',
    localized('本机还没有设管理员密码', 'No administrator code has been set on this machine'),
  )
export const codeTooSimple = (): Refusal =>
  refuse(
    'code-too-simple',
    localized(
      `密码太简单：至少${SHORTEST_CODE}个字符，不能是重复或连续的字符`,
      `The code is too simple: use at least ${SHORTEST_CODE} characters, with no repeated character and no simple sequence`,
    ),
  )
export const codeNotWritten = (): Refusal =>
  refuse(
    'code-not-written',
    localized(
      '管理员密码没有写进数据目录，请检查磁盘空间和目录权限',
      'The code could not be saved in the data folder: check disk space and permissions',
    ),
  )
export const codeNotOffered = (): Refusal =>
  refuse(
    'code-not-offered',
    localized('这里不能设管理员密码', 'An administrator code cannot be set here'),
  )
