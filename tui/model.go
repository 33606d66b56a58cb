// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"insignia/designer"
	"insignia/export"
	"insignia/internal/locale"
	"insignia/render/photo"
	"insignia/tui/screen"
	"insignia/tui/theme"
)

// Options are what the program is started with.
type Options struct {
	Store designer.Store
	Words locale.Words
	// Now is the clock of the list ("today").
	Now func() time.Time
	// Folder says where exports go: each badge in a folder of its own there.
	Folder func() string
	// Formats are what the review exports of a badge, in order; nil is none.
	Formats func(designer.Draft) []export.Format
	// Check says what is wrong with a draft, for those formats too.
	Check func(designer.Draft) []designer.Problem
	// Prove says what will not be seen in a draft's picture. It takes its time,
	// and is asked while nobody waits; nil for nobody to ask.
	Prove func(designer.Draft) []designer.Problem
	// Open is the id of a stored badge to open, "" for the list, or for the
	// first badge when there is none.
	Open string
	// Begin is a new badge to start with instead.
	Begin *designer.Draft
	// Facilitator is what workshops need beyond the store.
	Facilitator Facilitator
	// Room is where to begin instead; ID is what it is about.
	Room screen.Visit
	// Notice is a sentence to begin with, about where the store lies.
	Notice string
	// Present are ids of the badges that screen.Present begins with.
	Present []string
	// Uptime counts evenly through a closed lid and a changed clock.
	Uptime func() time.Duration
	// Boot names the run of the machine that Uptime counts in, "" for unknown.
	Boot string
	// Environ is the environment, as os.Environ gives it.
	Environ []string
	// Settings hold for this run, each that is chosen over what was saved. A
	// Language there is that of Words, asked for; without one the saved counts.
	Settings screen.Settings

	// after makes a timer; tests put their own in its place.
	after func(time.Duration, tea.Msg) tea.Cmd
}

// place is where the program is.
type place int

const (
	atList place = iota
	atBadge
	atRoom // one of the screen.Rooms
)

// Model is the root: the only tea.Model of the program.
type Model struct {
	opts  Options
	words locale.Words
	// settings are those in force: of this run, else saved, else the program's.
	settings screen.Settings
	kept     screen.Settings // as the store remembers them
	after    func(time.Duration, tea.Msg) tea.Cmd

	w, h    int
	profile colorprofile.Profile
	dark    bool
	theme   theme.Theme
	widths  ansi.Method // as the renderer counts cells

	place    place
	room     screen.Room // where place is atRoom
	way      []stop      // how one came there
	question designer.Question
	screen   screen.Screen
	popup    popup
	say      string // a sentence in the footer, until the next key
	alarm    bool   // it is bad news
	leaving  bool   // ctrl+C was pressed once
	quitting bool

	draft     designer.Draft
	saver     saver
	history   history
	issuer    designer.Issuer // as it was when the badge was opened, or last remembered
	exported  string
	findings  []designer.Problem
	unchecked bool // findings are of an earlier draft
	proof     proved
	measured  measuredMsg  // what the screen of the proof shows
	brought   *photo.Photo // the picture that was read last
	editing   string       // the field that made them so
	grip      screen.Layer // what the mouse holds: its id, and where it begins

	drafts    []designer.Summary
	issuers   []designer.SavedIssuer
	workshops []designer.WorkshopSummary
	workshop  designer.Workshop  // of the open badge, or the one being prepared
	shown     []designer.Draft   // to present
	versions  []designer.Version // of the badge that screen.Versions is about
	bin       []screen.Gone
	mendings  []designer.Mending // to be told of
	timer     timer
	sticks    []string
	gathered  []screen.Gathered
	listed    bool
	now       time.Time
	glance    designer.Draft
	gone      []string // ids deleted since the program began, the last one last

	// Keys that arrive while an answer of the store decides where they go
	// wait for it, so that typing ahead is safe.
	hold  int
	queue []tea.Msg

	reading tea.Cmd   // the list, asked for ahead and not yet there
	later   []tea.Cmd // timers that were asked for before the program began

	pictures pictures
	run      string // names this run of the program among all
	openings int    // badges so far
	tending  bool   // the store will be looked after
	frame    frame
	view     tea.View
	drawn    bool // view shows the present state
}

// New returns the program's model.
func New(o Options) *Model {
	m := &Model{opts: o, words: o.Words, settings: o.Settings, after: o.after, profile: colorprofile.TrueColor, dark: true, now: o.Now(), run: designer.NewID()}
	if m.after == nil {
		m.after = func(d time.Duration, msg tea.Msg) tea.Cmd {
			return tea.Tick(d, func(time.Time) tea.Msg { return msg })
		}
	}
	m.dress()
	m.showList("")
	return m
}

// dress takes up the theme of the settings, for the colours there are.
func (m *Model) dress() {
	m.theme = theme.New(string(m.settings.Theme), m.profile, m.dark)
}

// Init reads the store, unless that was done ahead, and asks the terminal for
// its background.
func (m *Model) Init() tea.Cmd {
	later := tea.Batch(m.later...)
	m.later = nil
	if m.listed {
		return tea.Batch(later, tea.RequestBackgroundColor)
	}
	m.hold++
	read := m.reading
	if read == nil {
		read = readFirst(m.opts.Store, m.opts.Now)
	}
	return tea.Batch(later, read, tea.RequestBackgroundColor)
}

// started decides where to begin, once the list has been read.
func (m *Model) started() tea.Cmd {
	begun := m.begun()
	if m.say == "" {
		m.say = m.opts.Notice
	}
	return tea.Batch(begun, readTimer(m.opts.Store), m.tendLater(tendFirst))
}

func (m *Model) begun() tea.Cmd {
	switch {
	case m.opts.Room.Room != "":
		m.showList("")
		return m.visit(m.opts.Room)
	case m.opts.Begin != nil:
		return m.await(begin(*m.opts.Begin))
	case m.opts.Open != "":
		return m.await(open(m.opts.Store, m.opts.Open, false))
	case len(m.drafts) == 0 && len(m.workshops) > 0:
		// A laptop that was given a workshop: it begins there.
		m.showList("")
		return m.visit(screen.Visit{Room: screen.Workshop, ID: m.workshops[0].ID})
	case len(m.drafts) == 0:
		return m.await(begin(designer.New(m.words.Tag())))
	}
	m.showList("")
	return m.reload("")
}

// uptime is what screens measure with.
func (m *Model) uptime() time.Duration {
	if m.opts.Uptime == nil {
		return 0
	}
	return m.opts.Uptime()
}

// await holds keys back until the answer of cmd has been taken.
func (m *Model) await(cmd tea.Cmd) tea.Cmd {
	m.hold++
	return cmd
}

// env is what the screen may know.
func (m *Model) env() screen.Env {
	// A terminal that is too small shows no screen, but screens hear its keys:
	// none has to reckon with less room than the program needs.
	l := m.layoutIn(max(m.w, minWidth), max(m.h, minHeight))
	if m.say != "" && m.screen != nil && m.screen.Typing() {
		l.body.Max.Y -= len(m.sentence(l.foot.Dx()-2)) - 1 // a long sentence never covers the cursor
	}
	return screen.Env{
		Area: l.body, Wide: !l.side.Empty(), Theme: m.theme, Words: m.words, Widths: m.widths,
		Draft: m.draft, Issuers: m.issuers, Drafts: m.drafts, Listed: m.listed, Now: m.now,
		Picture: m.picture, Written: m.written, Pixels: m.pixels, Brought: m.brought, PictureOf: m.pictureOf, Exported: m.exported, Findings: m.standing(), Measured: m.measured.report, MeasuredOf: m.measured.look,
		Workshop: m.workshop, Workshops: m.workshops, Shown: m.shown, Uptime: m.uptime(),
		Clock: m.running(), Sticks: m.sticks, Gathered: m.gathered, Settings: m.settings,
		Versions: m.versions, Gone: m.bin,
	}
}
