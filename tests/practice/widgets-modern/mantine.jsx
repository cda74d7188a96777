import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import { useState } from 'react';
import {
  Autocomplete,
  Button,
  Checkbox,
  MantineProvider,
  Modal,
  NativeSelect,
  NumberInput,
  Radio,
  Select,
  Switch,
  Tabs,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import { DateInput } from '@mantine/dates';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { modes, show, useModel, useSuggestions } from './react-page.jsx';

dayjs.extend(customParseFormat);

show(
  {
    Text: ({ onText, isDisabled, ...rest }) => (
      <TextInput {...rest} disabled={isDisabled} onChange={(event) => onText(event.currentTarget.value)} />
    ),
    Area: ({ onText, ...rest }) => (
      <Textarea {...rest} onChange={(event) => onText(event.currentTarget.value)} />
    ),
    Button,
    Window: ({ isOpen, children }) => (
      <Modal opened={isOpen} onClose={() => undefined} transitionProps={{ duration: 0 }}>
        {children}
      </Modal>
    ),
    Tabs: ({ children }) => (
      <Tabs defaultValue="a">
        <Tabs.List>
          <Tabs.Tab value="a">Simple</Tabs.Tab>
          <Tabs.Tab value="b" id="tab-open">
            Avancé
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="b">{children}</Tabs.Panel>
      </Tabs>
    ),
  },
  {
    number() {
      const [value, setValue] = useModel('number');
      return <NumberInput id="number" label="n" value={value} onChange={setValue} />;
    },
    date() {
      const [value, setValue] = useModel('date');
      return (
        <DateInput
          id="date"
          label="d"
          valueFormat="DD/MM/YYYY"
          dateParser={(text) => {
            const read = dayjs(text, 'DD/MM/YYYY', true);
            return read.isValid() ? read.format('YYYY-MM-DD') : null;
          }}
          value={value || null}
          onChange={(next) => setValue(next ? dayjs(next).format('YYYY-MM-DD') : '')}
        />
      );
    },
    select() {
      const [value, setValue] = useModel('select');
      return (
        <NativeSelect
          id="select"
          value={value}
          data={modes}
          onChange={(e) => setValue(e.currentTarget.value)}
        />
      );
    },
    checkbox() {
      const [value, setValue] = useModel('checkbox');
      return (
        <Checkbox
          id="checkbox"
          label="TP AMO"
          checked={value}
          onChange={(e) => setValue(e.currentTarget.checked)}
        />
      );
    },
    radio() {
      const [value, setValue] = useModel('radio');
      return (
        <Radio.Group name="radio" value={value} onChange={setValue}>
          {modes.map((mode) => (
            <Radio key={mode} value={mode} label={mode} />
          ))}
        </Radio.Group>
      );
    },
    switch() {
      const [value, setValue] = useModel('switch');
      return (
        <Switch
          id="switch"
          label="TP AMC"
          checked={value}
          onChange={(e) => setValue(e.currentTarget.checked)}
        />
      );
    },
    combobox() {
      const [value, setValue] = useModel('combobox');
      return (
        <Select
          id="combobox"
          label="Mode"
          value={value}
          data={modes}
          onChange={(next) => setValue(next ?? '')}
        />
      );
    },
    autocomplete() {
      const [value, setValue] = useModel('autocomplete');
      const [typed, setTyped] = useState(value);
      const [found, ask] = useSuggestions();
      return (
        <Autocomplete
          id="autocomplete"
          label="Avis"
          value={typed}
          data={found}
          filter={({ options }) => options}
          onChange={(words) => (setTyped(words), ask(words))}
          onOptionSubmit={setValue}
          onBlur={() => setTyped(window.__model.autocomplete)}
        />
      );
    },
    chips() {
      const [value, setValue] = useModel('chips');
      return (
        <TagsInput
          id="chips"
          label="Actes"
          value={value ? value.split(', ') : []}
          onChange={(next) => setValue(next.join(', '))}
        />
      );
    },
  },
  (page) => <MantineProvider>{page}</MantineProvider>,
);
