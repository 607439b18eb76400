/**
 * Loads the styles of controls that only some pages use, ours after theirs. What the shell has
 * loaded already is not loaded again: it would undo ours.
 */
import 'element-plus/theme-chalk/el-tag.css'
import 'element-plus/theme-chalk/el-input.css'
import 'element-plus/theme-chalk/el-input-tag.css'
import 'element-plus/theme-chalk/el-date-picker.css'
import 'element-plus/theme-chalk/el-date-picker-panel.css'
import './control-styles.css'
