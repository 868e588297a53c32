import { t } from '../../words/t.ts'
import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ArrowExportRegular } from '@fluentui/react-icons'
import type { Way } from './ListLeaving.tsx'

/** The ways on which a list leaves. */
export const LeaveMenu = ({ disabled, onWay }: { disabled: boolean; onWay: (way: Way) => void }) => (
  <Menu>
    <MenuTrigger disableButtonEnhancement>
      <Button icon={<ArrowExportRegular />} disabled={disabled}>{t`Print or export`}</Button>
    </MenuTrigger>
    <MenuPopover>
      <MenuList>
        <MenuItem onClick={() => onWay('print')}>{t`Print this list`}</MenuItem>
        <MenuItem onClick={() => onWay('xlsx')}>{t`For Excel (.xlsx)`}</MenuItem>
        <MenuItem onClick={() => onWay('csv')}>{t`As text (.csv)`}</MenuItem>
      </MenuList>
    </MenuPopover>
  </Menu>
)
