// What floats over the page and the code that places it: no first picture has any of it, so it is a file of its own.
export { Menu, Popover, Tooltip } from '@mantine/core';
