import { t } from '../../words/t.ts'
import {
  Button,
  makeStyles,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'

const useStyles = makeStyles({ menu: { maxHeight: '60vh', overflowY: 'auto' } })

/** A filter: a button that opens a list of ticks, and says in words what is chosen. */
export const Chooser = ({
  words,
  chosen,
  options,
  onChosen,
}: {
  words: string
  chosen: readonly string[]
  options: readonly (readonly [code: string, name: string])[]
  onChosen: (codes: string[]) => void
}) => {
  const styles = useStyles()
  const names = options.filter(([code]) => chosen.includes(code)).map(([, name]) => name)
  const label =
    names.length === 0
      ? words
      : names.length <= 2
        ? names.join(', ')
        : t`${names.length} of ${words.toLowerCase()}`
  return (
    <Menu
      checkedValues={{ chosen: [...chosen] }}
      onCheckedValueChange={(_, { checkedItems }) => onChosen(checkedItems)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          shape="circular"
          size="small"
          appearance={chosen.length > 0 ? 'primary' : 'outline'}
          icon={<ChevronDownRegular />}
          iconPosition="after"
          aria-label={names.length > 0 ? `${words}: ${names.join(', ')}` : words}
        >
          {label}
        </Button>
      </MenuTrigger>
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
