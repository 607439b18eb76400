/** The words of the program around the pages, in both languages: tray, windows, plain pages. */
import type { Language } from '#shared/contract/bridge.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'

export const inLanguage = ({ zh, en }: LocalizedText, language: Language): string =>
  language === 'en' ? en : zh

export const WORDS = {
  console: localized('值守', 'Vigil'),
  wall: localized('值守大屏', 'Vigil wall'),
  showConsole: localized('显示控制台', 'Show the console'),
  wallMenu: localized('大屏', 'Wall'),
  wallOn: (name: string) => localized(`显示在${name}`, `On ${name}`),
  display: (n: number) => localized(`${n}号显示器`, `display ${n}`),
  wallWindowed: localized('以窗口显示', 'In a window'),
  wallOff: localized('不显示', 'Not shown'),
  autoStart: localized('登录系统时自动启动', 'Start at login'),
  version: (version: string) => localized(`版本${version}`, `Version ${version}`),
  quit: localized('退出值守（停止计时与告警）', 'Quit (stops clocks and alarms)'),
  calm: localized('没有未确认的告警', 'No unacknowledged alerts'),
  waiting: (real: number, drills: number) =>
    localized(
      `${real}条告警未确认${drills > 0 ? `，另有演练${drills}条` : ''}`,
      `${real} ${real === 1 ? 'alert' : 'alerts'} unacknowledged${drills > 0 ? `, and ${drills} in drills` : ''}`,
    ),
  onlyDrills: (drills: number) =>
    localized(
      `演练告警${drills}条未确认`,
      `${drills} drill ${drills === 1 ? 'alert' : 'alerts'} unacknowledged`,
    ),

  plainTitle: localized('值守：简易画面', 'Vigil: plain page'),
  plainWhy: localized(
    '控制台画面出错，正在自动恢复，不用操作。计时、告警和大屏照常运行；恢复前请用纸笔记录。',
    'The console page failed and is being restored automatically; you do not need to click anything. Clocks, alarms and walls still work. Keep notes on paper until it is back.',
  ),
  storageFailed: localized(
    '存盘失败：目前什么都记不下',
    'Storage has failed: nothing is being saved',
  ),
  asOf: localized('截至', 'As of'),
  noIncidents: localized('没有进行中的事件', 'No incident is open'),
  drill: localized('演练', 'EXERCISE'),
  acknowledged: localized('已确认', 'Acknowledged'),
  unacknowledged: localized('未确认', 'Unacknowledged'),
  due: localized('时限', 'Due'),

  stopped: localized('值守未能启动', 'Vigil could not start'),
  triesAgain: (seconds: number) =>
    localized(`${seconds}秒后自动再试。`, `It tries again automatically in ${seconds} s.`),
  closes: (seconds: number) =>
    localized(`此窗口${seconds}秒后关闭。`, `This window closes in ${seconds} s.`),
  staleLock: localized(
    '上次可能没有正常退出，留下的锁占着桌面程序，而值守并没有运行。旧锁已清除。',
    "The desktop's single-instance lock was held, but no station is running (the last one may have been killed). The old lock was removed.",
  ),
  unknown: localized(
    '程序内部出错，已记入日志',
    'Something went wrong in the program; the technical log has the details',
  ),
} as const
