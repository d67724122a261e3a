#include "ui/findings/findingspanel.h"

#include "core/report/words/findingwords.h"
#include "ui/findings/findingdetail.h"
#include "ui/findings/findingsview.h"
#include "ui/widgets/orderhold.h"

#include <QCursor>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gb::ui {
namespace {

QToolButton *toggle(bool on)
{
    auto *button = new QToolButton;
    button->setCheckable(true);
    button->setChecked(on);
    button->setAutoRaise(true);
    return button;
}

} // namespace

FindingsPanel::FindingsPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new FindingsModel(this))
    , m_view(new FindingsView(m_model))
    , m_detail(new FindingDetail)
    , m_counts(figureLabel())
    , m_over(toggle(false))
    , m_muted(toggle(false))
    , m_onlySelected(toggle(false))
{
    connect(new OrderHold(m_view), &OrderHold::changed, m_model, &FindingsModel::setHeld);

    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 2, 4, 2);
    line->addWidget(m_counts);
    line->addStretch(1);
    for (QToolButton *button : {m_onlySelected, m_over, m_muted})
        line->addWidget(button);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_view, 1);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(left);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(splitter);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FindingsPanel::showCurrent);
    connect(m_view, &FindingsView::rowChosen, this, &FindingsPanel::choose);
    connect(m_view, &QTableView::clicked, this, &FindingsPanel::clicked);
    connect(m_view, &QTableView::activated, this, &FindingsPanel::activated);
    m_view->installEventFilter(this);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (m_view->indexAt(at).isValid())
            emit menuRequested(m_view->viewport()->mapToGlobal(at));
    });
    connect(m_detail, &FindingDetail::proofRequested, this, &FindingsPanel::showProof);
    connect(m_model, &FindingsModel::countsChanged, this, &FindingsPanel::showCounts);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &FindingsPanel::keepChosen);
    connect(m_over, &QToolButton::toggled, m_model, &FindingsModel::setShowOver);
    connect(m_muted, &QToolButton::toggled, m_model, &FindingsModel::setShowMuted);
    connect(m_onlySelected, &QToolButton::toggled, this,
        [this](bool on) { m_model->setDevices(on ? m_selected : QStringList()); });
    retranslate();
}

QTableView *FindingsPanel::view() const
{
    return m_view;
}

void FindingsPanel::apply(const QList<Finding> &findings)
{
    if (findings.isEmpty())
        return;
    m_model->apply(findings);
    chooseFirst();
    keepChosen();
    if (isAbout(findings))
        showCurrent();
}

/// Whether what is explained, and what it follows from and leads to, may read otherwise now.
bool FindingsPanel::isAbout(const QList<Finding> &news) const
{
    const Finding *const now = current();
    if (!now || now->id != m_current || m_model->line(m_view->currentIndex().row()).devices != m_devices)
        return true;
    return std::any_of(news.begin(), news.end(),
        [this](const Finding &one) { return one.because == m_current || m_told.contains(one.id); });
}

/// Until somebody chooses, the worst one is explained.
void FindingsPanel::chooseFirst()
{
    if (!m_chosen && m_model->rowCount() > 0 && m_view->currentIndex().row() != 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
}

/// What was chosen may have got into a closed line with others, or be over: then the next one of the chosen devices is
/// explained.
void FindingsPanel::keepChosen()
{
    if (!m_chosen || m_view->currentIndex().isValid())
        return;
    int row = m_current == 0 ? -1 : m_model->reveal(m_current);
    if (row < 0 && !m_selected.isEmpty())
        row = m_model->reveal(m_selected);
    if (row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
}

void FindingsPanel::setAliases(const QHash<QString, QString> &aliases)
{
    m_model->setAliases(aliases);
    showCurrent();
}

void FindingsPanel::setMutes(const QStringList &mutes)
{
    m_model->setMutes(mutes);
    showCurrent();
}

void FindingsPanel::setSelectedDevices(const QStringList &devices)
{
    m_selected = devices;
    if (m_onlySelected->isChecked())
        m_model->setDevices(devices);
    if (devices.isEmpty())
        return;
    const Finding *const current = m_model->at(m_view->currentIndex().row());
    if (current && devices.contains(current->device)) {
        m_chosen = true; // a worse one of another device leaves it so
        return;
    }
    // Where they have none, that of another device would be taken for theirs
    m_chosen = true;
    if (const int row = m_model->reveal(devices); row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
    else
        m_view->selectionModel()->clear();
    showCurrent();
}

/// A person's choice.
void FindingsPanel::choose()
{
    m_chosen = true;
    if (const Finding *const finding = current())
        emit chosen(finding->messages.value(0), finding->device);
}

/// On the mark ahead of the title.
void FindingsPanel::clicked(const QModelIndex &index)
{
    const FindingLine line = m_model->line(index.row());
    if (line.under == 0 || index.column() != static_cast<int>(FindingColumn::Title))
        return;
    const QFontMetrics metrics = m_view->fontMetrics();
    const int mark = metrics.horizontalAdvance(QString(4 * line.depth, u' ') + QStringLiteral("\u25b8 ")) + 8;
    const int x = m_view->viewport()->mapFromGlobal(QCursor::pos()).x() - m_view->visualRect(index).x();
    if (x <= mark)
        m_model->setOpen(index.row(), !line.open);
}

void FindingsPanel::activated(const QModelIndex &index)
{
    const FindingLine line = m_model->line(index.row());
    if (line.isGroup())
        m_model->setOpen(index.row(), !line.open);
    else
        showProof();
}

bool FindingsPanel::canFold() const
{
    return m_model->line(m_view->currentIndex().row()).under > 0;
}

void FindingsPanel::toggleFold()
{
    const int row = m_view->currentIndex().row();
    m_model->setOpen(row, !m_model->line(row).open);
}

/// Right opens, Left closes, or goes to the line that it is under.
bool FindingsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    const bool right = key->key() == Qt::Key_Right || key->key() == Qt::Key_Plus;
    const bool left = key->key() == Qt::Key_Left || key->key() == Qt::Key_Minus;
    if ((!right && !left) || (key->modifiers() & ~Qt::KeypadModifier) != 0)
        return QWidget::eventFilter(watched, event);
    int row = m_view->currentIndex().row();
    const FindingLine line = m_model->line(row);
    if (right || line.open) {
        m_model->setOpen(row, right);
    } else if (line.depth > 0) {
        while (row > 0 && m_model->line(row).depth >= line.depth)
            --row;
        m_view->setCurrentIndex(m_model->index(row, m_view->currentIndex().column()));
        choose();
    }
    return true;
}

/// Without devices "nothing is wrong" would be no judgement.
void FindingsPanel::setSeen(int seen, int awaited, const QString &where)
{
    QStringList lines;
    if (seen == 0) {
        lines.append(tr("No device has been seen yet, so there is nothing to judge."));
        if (awaited > 0)
            lines.append(tr("%Ln expected device(s) are awaited.", nullptr, awaited));
        if (!where.isEmpty())
            lines.append(where);
    }
    m_detail->setNobody(lines);
}

void FindingsPanel::showCurrent()
{
    const Finding *const finding = m_model->at(m_view->currentIndex().row());
    if (const quint32 id = finding ? finding->id : 0; std::exchange(m_current, id) != id)
        m_proof = 0;
    m_told = {m_current};
    m_devices = m_model->line(m_view->currentIndex().row()).devices;
    m_detail->show(finding, finding ? m_model->deviceText(*finding) : QString(), m_model->rowCount() > 0,
        finding ? 0 : static_cast<int>(m_selected.size()));
    if (finding) {
        m_told.insert(finding->because);
        for (const Finding *one : m_model->effectsOf(*finding))
            m_told.insert(one->id);
    }
    m_detail->setStory(finding ? story(*finding) : QStringList());
}

/// What it follows from, what follows from it, and who else has it.
QStringList FindingsPanel::story(const Finding &finding) const
{
    constexpr qsizetype most = 8;
    QStringList out;
    if (const Finding *const root = m_model->rootOf(finding))
        out.append(tr("Follows from: %1").arg(wording::finding(*root).title));
    QStringList effects;
    for (const Finding *one : m_model->effectsOf(finding).mid(0, most))
        effects.append(wording::finding(*one).title);
    effects.removeDuplicates();
    if (!effects.isEmpty())
        out.append(tr("Because of that: %1").arg(effects.join(tr("; "))));
    const FindingLine line = m_model->line(m_view->currentIndex().row());
    if (line.isGroup())
        out.append(tr("One of %Ln device(s) with this finding. Open the line for all of them.", nullptr, line.devices));
    return out;
}

void FindingsPanel::showProof()
{
    const Finding *const finding = m_model->at(m_view->currentIndex().row());
    if (!finding || finding->messages.isEmpty())
        return;
    const quint64 message = finding->messages.at(m_proof % finding->messages.size());
    ++m_proof;
    emit proofRequested(message, finding->device);
}

QString FindingsPanel::title() const
{
    const FindingsModel::Counts &counts = m_model->counts();
    QStringList parts;
    if (counts.errors > 0)
        parts.append(tr("%Ln error(s)", nullptr, counts.errors));
    if (counts.warnings > 0)
        parts.append(tr("%Ln warning(s)", nullptr, counts.warnings));
    return parts.isEmpty() ? tr("Findings") : tr("Findings \u00b7 %1").arg(parts.join(tr(", ")));
}

void FindingsPanel::showCounts()
{
    const FindingsModel::Counts &counts = m_model->counts();
    QStringList parts; // what the title does not say
    if (counts.infos > 0)
        parts.append(tr("%Ln note(s)", nullptr, counts.infos));
    if (counts.over > 0)
        parts.append(tr("%Ln resolved", nullptr, counts.over));
    if (counts.muted > 0)
        parts.append(tr("%Ln muted", nullptr, counts.muted));
    m_counts->tell(parts.join(QStringLiteral(" \u00b7 ")));
    m_muted->setVisible(counts.muted > 0 || m_muted->isChecked());
    emit titleChanged();
}

void FindingsPanel::mute(const Mute &mute, bool on)
{
    QStringList mutes = m_model->mutes();
    mutes.removeAll(mute.text());
    if (on)
        mutes.append(mute.text());
    m_model->setMutes(mutes);
    showCurrent();
    emit mutesChanged(mutes);
}

const Finding *FindingsPanel::current() const
{
    return m_model->at(m_view->currentIndex().row());
}

/// Of the current finding, which there must be.
Mute FindingsPanel::muteOf(bool everywhere) const
{
    return {QLatin1String(current()->kind().rule), everywhere ? QString() : current()->device};
}

bool FindingsPanel::isMuted(bool everywhere) const
{
    return current() && (everywhere || !current()->device.isEmpty())
        && m_model->mutes().contains(muteOf(everywhere).text());
}

QString FindingsPanel::muteText(bool everywhere) const
{
    const QString rule = current() ? QString(QLatin1String(current()->kind().rule)) : tr("this rule");
    if (everywhere)
        return (isMuted(true) ? tr("Unmute %1 for &all devices") : tr("Mute %1 for &all devices")).arg(rule);
    return (isMuted(false) ? tr("&Unmute %1 for this device") : tr("&Mute %1 for this device")).arg(rule);
}

void FindingsPanel::toggleMute(bool everywhere)
{
    if (current() && (everywhere || !current()->device.isEmpty()))
        mute(muteOf(everywhere), !isMuted(everywhere));
}

void FindingsPanel::retranslate()
{
    m_view->setAccessibleName(tr("Findings"));
    m_over->setText(tr("Show resolved"));
    m_muted->setText(tr("Show muted"));
    m_onlySelected->setText(tr("Only selected devices"));
    m_model->retranslate();
    showCounts();
    showCurrent();
}

void FindingsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace gb::ui
