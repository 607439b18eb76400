/** The words of the spare in Chinese; they load with the settings. */
export const spareZh = {
  says: '同一个值班室里的另一台电脑可以一直跟着本机记录；本机坏了，在那台上按一次键接管，可能缺最近几秒。',
  cannot: '此值守站不能接备机。',
  again: '重新读取',
  what: '接入备机',
  none: '还没有备机。',
  invite: '接入备机…',
  inviteAgain: '换一台备机…',
  text: '接入文字（只能用一次）',
  textSays:
    '在备机上运行：station follow --data 新目录 --from “这段文字”。两台机器要在同一个网里。',
  shut: '不再接备机',
  state: '备机',
  follows: '{host} 有到第{seq}条 · 差{lacks}条 · {time}',
  silent: '{host} 没有跟上来：最后一次是{time}，有到第{seq}条',
  open: '端口',
  openIs: '{port}（本机地址 {hosts}）',
  noHosts: '没有局域网地址',
  taken:
    '“{by}”自{time}起已接管，这台机器不再记录。接管时它有到第{position}条，之后的只在这台机器上。',
}

export type SpareWords = typeof spareZh
