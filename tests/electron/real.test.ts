/**
 * The shared specs on the real Electron. Where there is none they count as left out, one by one,
 * and one line says why.
 */
import { openBinary, whyNoBinary } from './kit/binary.ts'
import { desktopStory } from './story.suite.ts'

const why = whyNoBinary()
if (why !== null)
  process.stderr.write(
    `\n!! 桌面程序未在真实Electron上测试 · NOT TESTED on the real Electron: ${why}\n\n`,
  )

desktopStory('on the real Electron', why, openBinary)
