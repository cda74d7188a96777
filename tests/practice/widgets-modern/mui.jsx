import { useState } from 'react';
import {
  Autocomplete,
  Button,
  Checkbox,
  Dialog,
  FormControlLabel,
  MenuItem,
  NativeSelect,
  Radio,
  RadioGroup,
  Select,
  Switch,
  Tab,
  Tabs,
  TextField,
} from '@mui/material';
import { modes, show, useModel, useSuggestions } from './react-page.jsx';

const Text = ({ onText, isDisabled, ...rest }) => (
  <TextField {...rest} disabled={isDisabled} onChange={(event) => onText(event.target.value)} />
);

function TwoTabs({ children }) {
  const [at, setAt] = useState(0);
  return (
    <div>
      <Tabs value={at} onChange={(_, next) => setAt(next)}>
        <Tab label="Simple" />
        <Tab label="Avancé" id="tab-open" />
      </Tabs>
      {at === 1 ? children : null}
    </div>
  );
}

show(
  {
    Text,
    Area: ({ onText, ...rest }) => (
      <TextField {...rest} multiline rows={2} onChange={(event) => onText(event.target.value)} />
    ),
    Button,
    Window: ({ isOpen, children }) => <Dialog open={isOpen}>{children}</Dialog>,
    Tabs: TwoTabs,
  },
  {
    number() {
      const [value, setValue] = useModel('number');
      return (
        <TextField
          id="number"
          type="number"
          label="n"
          value={value}
          onChange={(e) => setValue(Number(e.target.value))}
        />
      );
    },
    date() {
      const [value, setValue] = useModel('date');
      return (
        <TextField id="date" type="date" label="d" value={value} onChange={(e) => setValue(e.target.value)} />
      );
    },
    select() {
      const [value, setValue] = useModel('select');
      return (
        <NativeSelect value={value} onChange={(e) => setValue(e.target.value)} inputProps={{ id: 'select' }}>
          {modes.map((mode) => (
            <option key={mode}>{mode}</option>
          ))}
        </NativeSelect>
      );
    },
    checkbox() {
      const [value, setValue] = useModel('checkbox');
      return (
        <FormControlLabel
          label="TP AMO"
          control={<Checkbox id="checkbox" checked={value} onChange={(e) => setValue(e.target.checked)} />}
        />
      );
    },
    radio() {
      const [value, setValue] = useModel('radio');
      return (
        <RadioGroup name="radio" value={value} onChange={(e) => setValue(e.target.value)}>
          {modes.map((mode) => (
            <FormControlLabel key={mode} value={mode} label={mode} control={<Radio />} />
          ))}
        </RadioGroup>
      );
    },
    switch() {
      const [value, setValue] = useModel('switch');
      return (
        <FormControlLabel
          label="TP AMC"
          control={<Switch id="switch" checked={value} onChange={(e) => setValue(e.target.checked)} />}
        />
      );
    },
    combobox() {
      const [value, setValue] = useModel('combobox');
      return (
        <Select
          value={value}
          onChange={(e) => setValue(e.target.value)}
          SelectDisplayProps={{ id: 'combobox' }}
        >
          {modes.map((mode) => (
            <MenuItem key={mode} value={mode}>
              {mode}
            </MenuItem>
          ))}
        </Select>
      );
    },
    autocomplete() {
      const [value, setValue] = useModel('autocomplete');
      const [found, ask] = useSuggestions();
      return (
        <Autocomplete
          id="autocomplete"
          options={found}
          filterOptions={(all) => all}
          value={value}
          isOptionEqualToValue={() => true}
          onChange={(_, next) => setValue(next ?? '')}
          onInputChange={(_, words) => ask(words)}
          renderInput={(params) => <TextField {...params} label="Avis" />}
        />
      );
    },
    chips() {
      const [value, setValue] = useModel('chips');
      return (
        <Autocomplete
          id="chips"
          multiple
          freeSolo
          options={[]}
          value={value ? value.split(', ') : []}
          onChange={(_, next) => setValue(next.join(', '))}
          renderInput={(params) => <TextField {...params} label="Actes" />}
        />
      );
    },
  },
);
