import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeComponent,
  type VariantColorsResolver,
} from '@mantine/core';

const plantain: MantineColorsTuple = [
  '#fafbe6',
  '#f2f5d0',
  '#e6eba3',
  '#dbe374',
  '#d3dc55',
  '#ccd73b',
  '#b3be24',
  '#8e991a',
  '#6e780c',
  '#4c5400',
];

// Plantain itself has 1.6:1 on white: as a fill it carries dark ink, as text its dark relative speaks.
const variantColorResolver: VariantColorsResolver = (input) => {
  const base = defaultVariantColorsResolver(input);
  if (input.color && input.color !== 'plantain') return base;
  switch (input.variant) {
    case 'filled':
      return {
        ...base,
        background: 'var(--accent)',
        hover: 'var(--accent-hover)',
        color: 'var(--on-accent)',
        border: '1px solid var(--accent-line)',
      };
    case 'light':
      return { ...base, background: 'var(--accent-soft)', hover: 'var(--accent-soft)', color: 'var(--accent-ink)' };
    case 'subtle':
    case 'transparent':
      return { ...base, hover: 'var(--hover)', color: 'var(--ink-2)' };
    case 'outline':
      return { ...base, color: 'var(--accent-ink)', border: '1px solid var(--accent-line)' };
    default:
      return base;
  }
};

const schemeVariables = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-disabled': 'var(--inset)',
  '--mantine-color-disabled-color': 'var(--ink-off)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
};

/** Mantine's variables point at tokens.css, so that one file holds the colours of both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: schemeVariables,
  dark: schemeVariables,
});

// Mantine's xs control is 30 px with 11 px text in this scale; ours is 28 px with 13 px.
const inputSize = { '--input-height': '28px', '--input-fz': '13px' };
const inputVars = { vars: () => ({ wrapper: inputSize }) };
const xs = { size: 'xs' } as const;

const buttonSize = (size: unknown): Record<string, string> => {
  if (size === 'compact-xs') return { '--button-height': '24px', '--button-fz': '12px', '--button-padding-x': '8px' };
  if (size === 'sm') return { '--button-height': '32px', '--button-fz': '13px', '--button-padding-x': '12px' };
  return { '--button-height': '28px', '--button-fz': '13px', '--button-padding-x': '10px' };
};

// `Modal.extend` and its like would bring every component into the window's first file.
const component = (settings: MantineThemeComponent): MantineThemeComponent => settings;

export const theme = createTheme({
  primaryColor: 'plantain',
  colors: { plantain },
  primaryShade: { light: 5, dark: 5 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  white: '#ffffff',
  black: '#1d1e1b',
  variantColorResolver,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '0.6875rem', sm: '0.75rem', md: '0.8125rem', lg: '0.9375rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4545', sm: '1.3333', md: '1.5385', lg: '1.3333', xl: '1.4' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.4' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.3333' },
      h3: { fontSize: '0.8125rem', lineHeight: '1.5385' },
    },
  },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '0.1875rem', sm: '0.25rem', md: '0.375rem', lg: '0.5rem', xl: '0.5rem' },
  defaultRadius: 'md',
  shadows: {
    xs: 'var(--shadow-1)',
    sm: 'var(--shadow-1)',
    md: 'var(--shadow-2)',
    lg: 'var(--shadow-2)',
    xl: 'var(--shadow-2)',
  },
  cursorType: 'default',
  focusRing: 'auto',
  focusClassName: 'pl-focus',
  respectReducedMotion: true,
  components: {
    Button: component({
      defaultProps: { ...xs, variant: 'default', fw: 500 },
      vars: (_theme: unknown, props: { size?: unknown }) => ({ root: buttonSize(props.size) }),
    }),
    ActionIcon: component({ defaultProps: { variant: 'subtle', size: 28 } }),
    TextInput: component({ defaultProps: xs, ...inputVars }),
    Textarea: component({ defaultProps: { ...xs, autosize: true, minRows: 2 }, ...inputVars }),
    NativeSelect: component({ defaultProps: xs, ...inputVars }),
    Select: component({ defaultProps: { ...xs, checkIconPosition: 'right' }, ...inputVars }),
    InputWrapper: component({
      vars: () => ({
        label: { '--input-label-size': '13px', '--input-asterisk-color': 'var(--ink-3)' },
        description: { '--input-description-size': '12px' },
        error: { '--input-error-size': '12px' },
        success: {},
      }),
    }),
    SegmentedControl: component({
      defaultProps: { ...xs, transitionDuration: 90, withItemsBorders: false },
    }),
    Checkbox: component({ defaultProps: xs }),
    Switch: component({ defaultProps: { ...xs, withThumbIndicator: false } }),
    Slider: component({ defaultProps: { size: 4, thumbSize: 16, label: null } }),
    Tooltip: component({ defaultProps: { openDelay: 500, withArrow: false, offset: 6 } }),
    Badge: component({ defaultProps: { variant: 'default', size: 'sm', tt: 'none', fw: 500 } }),
    Modal: component({
      defaultProps: { centered: true, padding: 16, transitionProps: { duration: 160, transition: 'fade' } },
    }),
    Overlay: component({ defaultProps: { color: '#101110', backgroundOpacity: 0.4 } }),
    Popover: component({ defaultProps: { shadow: 'md', radius: 'lg', transitionProps: { duration: 90 } } }),
    Menu: component({
      // the placeholder that takes the first focus is no menu item, which a menu must not hold
      defaultProps: {
        shadow: 'md',
        radius: 'lg',
        transitionProps: { duration: 90 },
        withInitialFocusPlaceholder: false,
      },
    }),
  },
});
