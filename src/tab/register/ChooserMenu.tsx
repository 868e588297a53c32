import {
  type ButtonProps,
  makeStyles,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import type { ReactElement } from 'react'
import type { Option } from './choosers.tsx'

const useStyles = makeStyles({ menu: { maxHeight: '60vh', overflowY: 'auto' } })

/** The list of ticks that a filter's button opens. */
export const ChooserMenu = ({
  button,
  open,
  chosen,
  options,
  onChosen,
}: {
  button: ReactElement<ButtonProps>
  /** It was pressed before it could open. */
  open: boolean
  chosen: readonly string[]
  options: readonly Option[]
  onChosen: (codes: string[]) => void
}) => {
  const styles = useStyles()
  return (
    <Menu
      defaultOpen={open}
      checkedValues={{ chosen: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => onChosen(checkedItems)}
    >
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
      <MenuPopover>
        <MenuList className={styles.menu}>
          {options.map(([code, name]) => (
            <MenuItemCheckbox key={code} name="chosen" value={code}>
              {name}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
