import { t } from '../../words/t.ts'
import {
  type ButtonProps,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import {
  ArrowCircleUpRegular,
  ArrowDownloadRegular,
  ClipboardTaskRegular,
  PrintRegular,
  TableMultipleRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { useGo } from '../routes.ts'
import { type NameStyle, nameStyles } from './nameStyles.ts'

export type Leaving = { readonly way: 'print'; readonly names: NameStyle } | { readonly way: 'csv' | 'codes' }

/** What can be made of the view as it stands, and what else looks at the whole register. */
export const ViewMenu = ({
  button,
  open,
  empty,
  onLeave,
}: {
  button: ReactElement<ButtonProps>
  /** It was pressed before it could open. */
  open: boolean
  empty: boolean
  onLeave: (leaving: Leaving) => void
}) => {
  const { href } = useGo()
  return (
    <Menu defaultOpen={open}>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover>
        <MenuList>
          {(Object.keys(nameStyles) as NameStyle[]).map((names) => (
            <MenuItem
              key={names}
              icon={<PrintRegular />}
              disabled={empty}
              onClick={() => onLeave({ way: 'print', names })}
            >
              {t`Print this view: ${nameStyles[names].words}`}
            </MenuItem>
          ))}
          <MenuItem
            icon={<ArrowDownloadRegular />}
            disabled={empty}
            onClick={() => onLeave({ way: 'csv' })}
          >{t`Export this view (CSV)`}</MenuItem>
          <MenuItem
            icon={<ArrowDownloadRegular />}
            disabled={empty}
            onClick={() => onLeave({ way: 'codes' })}
          >{t`Export in census codes (CSV)`}</MenuItem>
          <MenuDivider />
          <MenuItemLink
            icon={<ClipboardTaskRegular />}
            href={href({ at: 'census' })}
          >{t`Census check`}</MenuItemLink>
          <MenuItemLink
            icon={<TableMultipleRegular />}
            href={href({ at: 'reconcile' })}
          >{t`Compare with the MIS and the authority`}</MenuItemLink>
          <MenuItemLink
            icon={<ArrowCircleUpRegular />}
            href={href({ at: 'school', section: 'classes' })}
          >{t`Classes, staff and the new school year`}</MenuItemLink>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
