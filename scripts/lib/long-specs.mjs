/**
 * Lists the specs that take too long for `npm test`, which has ten minutes. Whoever makes one fast
 * enough takes it out of here.
 */

/** `npm run long` runs them. */
export const LONG = [
  'tests/adapters/http/crowd.test.ts',
  'tests/adapters/log-damage.test.ts',
  'tests/core/callers-histories.test.ts', // sixty stations, each asked on every face
  'tests/core/mending.test.ts',
  'tests/core/years.test.ts',
  'tests/e2e/accessibility.test.ts', // every page and dialog × two languages × two themes
  'tests/e2e/admin-code.test.ts', // tests/hosts/admin-code.test.ts and tests/core have its rules
  'tests/e2e/after-dialogs.test.ts', // eighteen dialogs × two languages × two themes
  'tests/e2e/aftermath.test.ts', // a theft from its review to the next month
  'tests/e2e/attention-hour.test.ts',
  'tests/e2e/backup.test.ts', // tests/core/backup*.test.ts have its rules
  'tests/e2e/changed-casualties.test.ts', // twelve days; the rule is in tests/domain/incident/report-clocks.test.ts
  'tests/e2e/checks.test.ts', // two days of rounds, a venue check item by item
  'tests/e2e/desk-hostile.test.ts',
  'tests/e2e/desk-in-sight.test.ts', // forms walked by Tab, on two sizes of screen
  'tests/e2e/desk-sizes.test.ts',
  'tests/e2e/drill-played.test.ts', // a drill from its arrangement to the revision of its plan
  'tests/e2e/duty-roster.test.ts', // a month of forty posts in three shifts
  'tests/e2e/editor.test.ts',
  'tests/e2e/emergency.test.ts',
  'tests/e2e/evidence.test.ts', // a theft from the photo to its package, thirty days later
  'tests/e2e/first-set-up.test.ts', // a hall from nothing, every key of it
  'tests/e2e/floor-plan.test.ts', // four panels, both themes, from the file to the lit place
  'tests/e2e/history.test.ts',
  'tests/e2e/hq-pages.test.ts', // twelve stations, PostgreSQL and a browser
  'tests/e2e/hq-group.test.ts', // two hundred sites, PostgreSQL and a browser
  'tests/e2e/hq-wall.test.ts', // five counts × three panels × two languages × two themes
  'tests/e2e/hq.test.ts', // a line that is cut and back; tests/core/hand-up.test.ts has its rules
  'tests/e2e/keys.test.ts',
  'tests/e2e/named-walls.test.ts',
  'tests/e2e/own-document.test.ts', // a lift paper from its name to its cards, and at another site
  'tests/e2e/paper.test.ts', // a station that ends and another that opens its folder
  'tests/e2e/papers.test.ts', // sixty entries of each paper
  'tests/e2e/plan-by-form.test.ts', // seven steps, every key of them
  'tests/e2e/paste-paper.test.ts', // a paper from the drop to the incident that runs by it
  'tests/e2e/plan-attachments.test.ts',
  'tests/e2e/plans.test.ts',
  'tests/e2e/purge.test.ts', // a month passes; tests/core/purge.test.ts has its rules
  'tests/e2e/purged-record.test.ts', // a package and the month's figures, before and after
  'tests/e2e/readiness-forms.test.ts', // five forms, two tables by file
  'tests/e2e/readiness-narrow.test.ts', // seven parts of the demo's year at 200 %
  'tests/e2e/readiness-year.test.ts', // a year of drills, training, checks, supplies, upkeep
  'tests/e2e/readiness.test.ts', // over the end of a leap month; tests/core/readiness.test.ts has its rules
  'tests/e2e/self-test.test.ts', // five screens, each with a fault of its own
  'tests/e2e/site.test.ts',
  'tests/e2e/spare.test.ts', // two stations; tests/hosts/follow.test.ts has its rules
  'tests/e2e/styles.test.ts',
  'tests/e2e/supplies.test.ts', // from the entry to the stock-taking, a week later
  'tests/e2e/telephone.test.ts', // an incident at the pace of a reader, 0.8 s after each change
  'tests/e2e/upkeep.test.ts', // a plan document from its issue to its evaluation three years later
  'tests/e2e/wall-address.test.ts',
  'tests/e2e/wall-endures.test.ts', // half an hour of real time, for what grows slowly
  'tests/e2e/wall-flashes.test.ts',
  'tests/e2e/wall-layout.test.ts',
  'tests/e2e/wall-leaves.test.ts',
  'tests/e2e/wall-news.test.ts',
  'tests/e2e/wall-night.test.ts', // every form of the wall by night, its header in both places
  'tests/e2e/wall-safe.test.ts', // faces that fall, on three panels, until they are well again
  'tests/e2e/three-minute-drill.test.ts',
  'tests/e2e/training.test.ts', // a course of a year
  'tests/e2e/wall-sound.test.ts',
  'tests/electron/recovery.test.ts',
  'tests/hosts/adopt-refused.test.ts',
  'tests/hosts/backup.test.ts',
  'tests/hosts/copied-folder.test.ts',
  'tests/hosts/demo.test.ts',
  'tests/hosts/emergency-again.test.ts', // four stations, two of them in place of another
  'tests/hosts/emergency-files.test.ts', // two records and what each of them starts
  'tests/hosts/emergency-place.test.ts',
  'tests/hosts/emergency.test.ts',
  'tests/hosts/export.test.ts',
  'tests/hosts/files-full.test.ts', // 500 MB of files
  'tests/hosts/log-left.test.ts',
  'tests/hosts/package.test.ts', // a package with a bit flipped in each of its parts
  'tests/hosts/record-shortened.test.ts',
  'tests/hosts/serve.test.ts',
  'tests/hosts/site.test.ts',
  'tests/hosts/verify.test.ts',
  'tests/hosts/wall-address.test.ts',
  'tests/scripts/window.test.ts',
]

/**
 * These look at every picture of a face, for a quarter of an hour, and draw those of the guides:
 * `npm run pictures` runs them.
 */
export const PICTURES = {
  wall: ['tests/e2e/wall-matrix.test.ts'],
  console: ['tests/e2e/console-pages.test.ts'],
  guide: ['tests/e2e/guide-pictures.test.ts'],
  hq: ['tests/e2e/hq-group.test.ts', 'tests/e2e/hq-wall.test.ts'],
}
