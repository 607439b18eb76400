/**
 * Styles of the controls that only the editor uses, ours after theirs. What the console's frame has
 * loaded already is not loaded again: it would undo ours.
 */
import 'element-plus/theme-chalk/el-tag.css'
import 'element-plus/theme-chalk/el-input.css'
import 'element-plus/theme-chalk/el-input-tag.css'
import 'element-plus/theme-chalk/el-date-picker.css'
import 'element-plus/theme-chalk/el-date-picker-panel.css'
import '../pages/plans/edit/fields/fields.css'
