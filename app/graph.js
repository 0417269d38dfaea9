// Draws names and the ties among them; asks for nothing outside, and puts text on the page as text only.
const SVG = 'http://www.w3.org/2000/svg';
const LABELLED = 150; // names whose labels are shown where there is room, those in most articles first
const LETTER = 7.4; // pixels of width
const SLOP = 4; // pixels that a pointer may move in a click
const memory = new WeakMap(); // places and view by parent, so that names stay where they are when more come

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('.fn-graph');
  const svg = root.querySelector('svg');
  const known = memory.get(parentElement) ?? { places: new Map(), centre: '' };
  memory.set(parentElement, known);
  known.watch?.disconnect(); // the one of the picture before would place names that are gone
  const hadFocus = root.contains(root.getRootNode().activeElement);
  if (known.centre !== data.centre) Object.assign(known, { places: new Map(), centre: data.centre });
  const size = sizeOf(svg);
  const grown = data.names.some(({ id }) => !known.places.has(id)) || known.places.size > data.names.length;
  if (grown) known.places = layOut(data.names, data.ties, known.places, size);
  if (grown || !known.view) known.view = fitted(known.places, size);
  const scene = make('g');
  svg.replaceChildren(svg.querySelector('defs'), scene);
  const choose = (what) => setTriggerValue('chosen', what);
  const lines = drawTies(scene, data, choose);
  const first = (name) => name.id === data.centre;
  const order = [...data.names].sort((a, b) => first(b) - first(a) || b.articles - a.articles);
  const sizes = new Map(data.names.map((name) => [name.id, radius(name, data.names.length)]));
  const nodes = drawNames(scene, [...order].reverse(), data, sizes, choose); // what matters most lies on top
  const show = () => {
    svg.setAttribute('viewBox', `0 0 ${known.size.width} ${known.size.height}`);
    place(lines, nodes, known, sizes);
    label(order, nodes, known, sizes);
  };
  known.size = size;
  connectView(root, svg, known, show);
  connectKeys(svg, nodes, known.places);
  const current = nodes.get(data.chosen?.name) ?? nodes.get(data.centre) ?? nodes.values().next().value;
  current?.setAttribute('tabindex', '0');
  if (hadFocus) current?.focus({ preventScroll: true });
  const watch = new ResizeObserver(() => {
    known.size = sizeOf(svg);
    known.view = fitted(known.places, known.size);
    show();
  });
  known.watch = watch;
  watch.observe(svg);
  show();
  return () => watch.disconnect();
}

function sizeOf(svg) {
  const { width, height } = svg.getBoundingClientRect();
  return { width: Math.max(width, 200), height: Math.max(height, 200) };
}

function make(tag, attributes = {}, text) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

// Places: a spring layout (Fruchterman and Reingold), the same for the same names; far names do not push one another.
function layOut(names, ties, before, { width, height }) {
  const places = new Map();
  names.forEach(({ id }, number) => {
    const turn = number * 2.39996; // the golden angle: a sunflower's seeds
    const out = 22 * Math.sqrt(number);
    places.set(id, before.get(id) ?? { x: width / 2 + out * Math.cos(turn), y: height / 2 + out * Math.sin(turn) });
  });
  const points = [...places.values()];
  const springs = ties.map((tie) => [places.get(tie.source), places.get(tie.target)]);
  const apart = 0.9 * Math.sqrt((width * height) / Math.max(points.length, 8));
  const middle = { x: width / 2, y: height / 2, pull: { x: 0.03 * Math.min(1, height / width), y: 0.03 * Math.min(1, width / height) } };
  const steps = points.length > 300 ? 60 : 220;
  for (let step = 0; step < steps; step++) move(points, springs, apart, middle, (1 - step / steps) * apart);
  return places;
}

function move(points, springs, apart, middle, furthest) {
  const reach = 3 * apart;
  const cells = new Map();
  for (const point of points) {
    point.dx = (middle.x - point.x) * middle.pull.x;
    point.dy = (middle.y - point.y) * middle.pull.y;
    const cell = `${Math.floor(point.x / reach)},${Math.floor(point.y / reach)}`;
    cells.get(cell)?.push(point) ?? cells.set(cell, [point]);
  }
  for (const point of points) {
    const column = Math.floor(point.x / reach);
    const row = Math.floor(point.y / reach);
    for (let x = column - 1; x <= column + 1; x++) {
      for (let y = row - 1; y <= row + 1; y++) {
        for (const other of cells.get(`${x},${y}`) ?? []) push(point, other, apart);
      }
    }
  }
  for (const [one, other] of springs) {
    const dx = other.x - one.x;
    const dy = other.y - one.y;
    const pull = Math.hypot(dx, dy) / apart / 2;
    one.dx += dx * pull / 2; one.dy += dy * pull / 2;
    other.dx -= dx * pull / 2; other.dy -= dy * pull / 2;
  }
  for (const point of points) {
    const length = Math.hypot(point.dx, point.dy) || 1;
    const step = Math.min(length, furthest) / length;
    point.x += point.dx * step;
    point.y += point.dy * step;
  }
}

function push(point, other, apart) {
  if (point === other) return;
  const dx = point.x - other.x || 0.01;
  const dy = point.y - other.y || 0.01;
  const square = dx * dx + dy * dy;
  if (square > 9 * apart * apart) return;
  const force = Math.min((apart * apart) / square, 20);
  point.dx += dx * force;
  point.dy += dy * force;
}

function fitted(places, { width, height }) {
  const xs = [...places.values()].map((place) => place.x);
  const ys = [...places.values()].map((place) => place.y);
  if (!xs.length) return { x: 0, y: 0, scale: 1 };
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = { x: Math.max(width - 130, width / 2), y: Math.max(height - 140, height / 2) }; // for labels and buttons
  const scale = Math.min(1.6, room.x / Math.max(right - left, 1), room.y / Math.max(bottom - top, 1));
  return { scale, x: (width - scale * (left + right)) / 2, y: (height + 30 - scale * (top + bottom)) / 2 };
}

// By the articles that name it; smaller in a crowd.
const radius = (name, crowd) => Math.max(3, Math.min(1, Math.sqrt(90 / crowd)) * (6 + Math.min(13, 2.2 * Math.sqrt(name.articles))));

function drawTies(scene, data, choose) {
  return data.ties.map((tie) => {
    const group = make('g', { class: `tie ${tie.told ? 'told' : 'together'}` });
    group.classList.toggle('chosen', data.chosen?.tie === tie.id);
    const drawn = make('line', { class: 'line', 'stroke-width': 1 + Math.min(5, Math.log2(1 + tie.articles)) });
    if (tie.directed) drawn.setAttribute('marker-end', 'url(#fn-arrow)');
    const caught = make('line', { class: 'catch' });
    group.append(make('title', {}, tie.words), caught, drawn);
    group.addEventListener('click', () => choose({ tie: tie.id }));
    scene.append(group);
    return { tie, ends: [caught, drawn] };
  });
}

function drawNames(scene, names, data, sizes, choose) {
  const nodes = new Map();
  for (const name of names) {
    const size = sizes.get(name.id);
    const chosen = name.id === data.chosen?.name || (data.chosen?.tie ?? '').split('|').includes(name.id);
    const group = make('g', {
      class: `name ${name.layer}`, role: 'button', tabindex: '-1', 'aria-label': name.words, 'aria-pressed': chosen,
    });
    group.classList.toggle('centre', name.id === data.centre);
    group.classList.toggle('chosen', chosen);
    const label = make('text', { y: size + 15, 'text-anchor': 'middle' }, name.label);
    group.append(make('title', {}, name.words), make('circle', { r: size }), label);
    group.addEventListener('click', () => choose({ name: name.id }));
    group.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        choose({ name: name.id });
      }
    });
    scene.append(group);
    nodes.set(name.id, group);
  }
  return nodes;
}

// Names and labels keep their size however near one looks; only their places move.
function place(lines, nodes, { places, view }, sizes) {
  const seen = (id) => {
    const { x, y } = places.get(id);
    return { x: view.x + view.scale * x, y: view.y + view.scale * y };
  };
  for (const [id, node] of nodes) node.setAttribute('transform', `translate(${seen(id).x} ${seen(id).y})`);
  for (const { tie, ends } of lines) {
    const [one, other] = shortened(seen(tie.source), seen(tie.target), sizes.get(tie.source), sizes.get(tie.target));
    for (const line of ends) {
      for (const [name, value] of [['x1', one.x], ['y1', one.y], ['x2', other.x], ['y2', other.y]]) line.setAttribute(name, value);
    }
  }
}

// A label that would lie over another is left out until its name is pointed at.
function label(order, nodes, { places, view }, sizes) {
  const taken = [];
  order.forEach((name, number) => {
    const { x, y } = places.get(name.id);
    const half = (name.label.length * LETTER) / 2;
    const [across, down] = [view.x + view.scale * x, view.y + view.scale * y + sizes.get(name.id)];
    const free = number < LABELLED && !taken.some((other) => Math.abs(other.across - across) < other.half + half && Math.abs(other.down - down) < 17);
    if (free) taken.push({ across, down, half });
    nodes.get(name.id).classList.toggle('quiet', !free);
  });
}

function shortened(one, other, before, after) {
  const length = Math.hypot(other.x - one.x, other.y - one.y) || 1;
  const at = (distance) => ({
    x: one.x + ((other.x - one.x) * distance) / length,
    y: one.y + ((other.y - one.y) * distance) / length,
  });
  return [at(Math.min(before, length / 2)), at(Math.max(length - after - 2, length / 2))];
}

// The arrow keys go to the nearest name on that side.
function connectKeys(svg, nodes, places) {
  const sides = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const ids = new Map([...nodes].map(([id, node]) => [node, id]));
  svg.onkeydown = (event) => {
    const side = sides[event.key];
    const here = places.get(ids.get(svg.getRootNode().activeElement));
    if (!side || !here) return;
    event.preventDefault();
    let best;
    for (const [id, place] of places) {
      const along = (place.x - here.x) * side[0] + (place.y - here.y) * side[1];
      const across = Math.abs((place.x - here.x) * side[1]) + Math.abs((place.y - here.y) * side[0]);
      const far = along + 2 * across;
      if (along > 1 && across <= 2 * along && (!best || far < best.far)) best = { id, far };
    }
    if (!best) return;
    for (const node of nodes.values()) node.setAttribute('tabindex', '-1');
    nodes.get(best.id).setAttribute('tabindex', '0');
    nodes.get(best.id).focus();
  };
}

// Buttons, the wheel with Ctrl, and dragging: a page that is scrolled past stays a page.
function connectView(root, svg, known, show) {
  const zoom = (factor, x = known.size.width / 2, y = known.size.height / 2) => {
    const scale = Math.min(12, Math.max(0.1, known.view.scale * factor));
    const grown = scale / known.view.scale;
    known.view = { scale, x: x - (x - known.view.x) * grown, y: y - (y - known.view.y) * grown };
    show();
  };
  root.querySelector('.closer').onclick = () => zoom(1.5);
  root.querySelector('.further').onclick = () => zoom(1 / 1.5);
  root.querySelector('.whole').onclick = () => {
    known.view = fitted(known.places, known.size);
    show();
  };
  svg.onwheel = (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.clientX - box.left, event.clientY - box.top);
  };
  connectDrag(svg, known, show);
}

function connectDrag(svg, known, show) {
  let from = null;
  svg.onpointerdown = (event) => { from = { x: event.clientX, y: event.clientY, moved: false }; };
  svg.onpointermove = (event) => {
    if (!from || !event.buttons) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(dx, dy) < SLOP) return;
    known.view = { ...known.view, x: known.view.x + dx, y: known.view.y + dy };
    from = { x: event.clientX, y: event.clientY, moved: true };
    show();
  };
  known.guard ??= svg.addEventListener('click', (event) => {
    if (known.dragged?.()) event.stopPropagation();
  }, { capture: true }) ?? true;
  known.dragged = () => {
    const moved = from?.moved;
    from = null;
    return moved;
  };
}
