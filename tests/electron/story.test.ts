/**
 * The shared specs on the double, with everything as it is built: main program, preload and pages.
 */
import { useBrowser } from './kit/browser.ts'
import { overDouble } from './kit/opened.ts'
import { BUILT_ENTRY, start } from './kit/program.ts'
import { desktopStory } from './story.suite.ts'

const browser = useBrowser()

desktopStory('on the double', null, async (settings) =>
  overDouble(
    await start({
      browser: browser(),
      entry: BUILT_ENTRY,
      settings,
      troubles: ['page-trouble'],
      except: /Content Security [Pp]olicy|Failed to load resource|requires 'Trusted/,
    }),
  ),
)
