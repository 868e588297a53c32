import { Button, Menu, MenuItemLink, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'

/** On a phone the parts of the tab lie in one menu, which is named by the part one is in. */
export const PartsMenu = ({
  here,
  parts,
  open,
}: {
  here: string
  parts: readonly { readonly words: string; readonly href: string }[]
  /** It was pressed before it could open. */
  open: boolean
}) => (
  <Menu defaultOpen={open}>
    <MenuTrigger disableButtonEnhancement>
      <Button appearance="subtle" icon={<ChevronDownRegular />} iconPosition="after">
        {here}
      </Button>
    </MenuTrigger>
    <MenuPopover>
      <MenuList>
        {parts.map(({ words, href }) => (
          <MenuItemLink key={words} href={href}>
            {words}
          </MenuItemLink>
        ))}
      </MenuList>
    </MenuPopover>
  </Menu>
)
