/** Says why files cannot go into a folder by its path alone, and what to write instead. */
import { refuse, type Refusal } from './decision.ts'
import { folderFault, type PathStyle } from './folder-path.ts'
import { localized } from './text.ts'

const folderNotWhole = (style: PathStyle): Refusal =>
  refuse(
    'folder-not-whole',
    style === 'windows'
      ? localized('请写完整路径，例如 D:\\月报', 'Enter the full path, e.g. D:\\reports')
      : localized(
          '请写这台机器上的完整路径，例如 /home/值班/月报',
          'Enter the full path on this machine, e.g. /home/duty/reports',
        ),
  )

const folderOnNetwork = (): Refusal =>
  refuse(
    'folder-on-network',
    localized(
      '不能写网络共享（\\\\服务器\\共享）：那会把这台电脑的登录凭据交给对方。请写本机磁盘上的文件夹，再用别的办法拷走',
      "Not a network share (\\\\server\\share): it would receive this machine's sign-in. Enter a folder on a disk of this machine, and copy the files from there",
    ),
  )

/**
 * Null: nothing is wrong with it. `folder-not-whole`: it depends on where the program was started,
 * or is of another kind of machine; `folder-on-network`.
 */
export function refuseFolder(folder: string, style: PathStyle): Refusal | null {
  const fault = folderFault(folder, style)
  if (fault === null) return null
  return fault === 'not-whole' ? folderNotWhole(style) : folderOnNetwork()
}
