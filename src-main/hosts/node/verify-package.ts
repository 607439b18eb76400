/** `station verify --package`: checks an archive package, wherever it lies, without a station. */
import { checkPackage, type CheckedPackage } from '#main/adapters/package/check-package.ts'
import { fileErrorReason } from '#main/adapters/file-errors.ts'
import { localized } from '#shared/domain/text.ts'
import { EXIT, Stop, type ExitCode } from './exit-codes.ts'

function checked(file: string): CheckedPackage {
  try {
    return checkPackage(file)
  } catch (error) {
    const reason = fileErrorReason(error)
    if (!reason) throw error
    throw new Stop(
      EXIT.noInput,
      'no-package',
      localized(`读不到${file}：${reason.zh}`, `${file} cannot be read: ${reason.en}`),
    )
  }
}

/** The one line of the result and the exit code: 0, or 2 with the file in it that is at fault. */
export function verifyPackage(file: string): { exit: ExitCode; line: string } {
  const result = checked(file)
  const message = result.ok
    ? localized(
        `档案包完好，共${result.files}个文件`,
        `The package is whole: ${result.files} files`,
      )
    : localized(
        `档案包损坏或被改动：${result.where}。请换用另一份`,
        `The package was damaged or changed: ${result.where}. Use another copy`,
      )
  return { exit: result.ok ? EXIT.ok : EXIT.damaged, line: JSON.stringify({ ...result, message }) }
}
