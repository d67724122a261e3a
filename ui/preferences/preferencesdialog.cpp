#include "ui/preferences/preferencesdialog.h"

#include "ui/settings/settingsnumber.h"
#include "ui/widgets/buttonstops.h"
#include "ui/widgets/plainlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTabWidget>

namespace gb::ui {
namespace {

constexpr int systemSize = leastTextSize - 1; ///< as the spin box has it

QFormLayout *formOf(QWidget *page)
{
    auto *form = new QFormLayout(page);
    form->setHorizontalSpacing(16);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    return form;
}

QSpinBox *numberBox(qint64 least, qint64 most)
{
    auto *box = new QSpinBox;
    box->setRange(static_cast<int>(least), static_cast<int>(most));
    box->setAccelerated(true);
    return box;
}

/// The first part of its path that there is can be written to.
bool canRecordInto(const QString &folder)
{
    if (!QDir::isAbsolutePath(folder))
        return false;
    QFileInfo info(folder);
    while (!info.exists() && !info.isRoot())
        info = QFileInfo(info.path());
    return info.isDir() && info.isWritable();
}

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences &preferences, const QString &usualFolder, QWidget *parent)
    : QDialog(parent)
    , m_before(preferences)
    , m_now(preferences)
    , m_usualFolder(usualFolder)
    , m_pages(new QTabWidget)
    , m_language(new QComboBox)
    , m_theme(new QComboBox)
    , m_zone(new QComboBox)
    , m_fold(new QComboBox)
    , m_textSize(numberBox(systemSize, maxTextSize))
    , m_keepDays(numberBox(0, maxKeepDays))
    , m_keepMegabytes(numberBox(0, maxKeepMegabytes))
    , m_sipPort(numberBox(1, maxPort))
    , m_hepPort(numberBox(1, maxPort))
    , m_firstMediaPort(numberBox(leastMediaPort, maxPort - 1))
    , m_lastMediaPort(numberBox(leastMediaPort + 1, maxPort))
    , m_date(new QCheckBox)
    , m_hideRepeats(new QCheckBox)
    , m_brackets(new QCheckBox)
    , m_folder(new QLineEdit)
    , m_browse(new QPushButton)
    , m_usual(nullptr)
    , m_folderNote(plainLabel())
    , m_recordNote(plainLabel())
    , m_portNote(plainLabel())
    , m_mediaNote(plainLabel())
{
    build();
    retranslate();
    show(preferences);
    connectParts();
}

void PreferencesDialog::build()
{
    for (QWidget *page : {buildLooks(), buildLadder(), buildRecords(), buildPorts()})
        m_pages->addTab(page, QString());
    for (QComboBox *box : {m_language, m_theme, m_zone, m_fold})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents); // whose language may become another
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_usual = buttons->addButton(QString(), QDialogButtonBox::ResetRole);
    m_usual->setAutoDefault(false);
    m_browse->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PreferencesDialog::reject);
    connect(m_usual, &QPushButton::clicked, this, &PreferencesDialog::restoreUsual);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_pages, 1);
    column->addWidget(buttons);
    giveTabStops(buttons, m_lastMediaPort);
    m_language->setFocus();
}

QWidget *PreferencesDialog::buildLooks()
{
    auto *page = new QWidget;
    QFormLayout *form = formOf(page);
    const auto add = [&](const char *text, QWidget *field) {
        QLabel *label = plainLabel();
        label->setBuddy(field);
        m_labels.append({label, text});
        form->addRow(label, field);
    };
    m_language->addItems({QString(), QStringLiteral("English"), QStringLiteral("\u7b80\u4f53\u4e2d\u6587")});
    m_theme->addItems({QString(), QString(), QString()});
    m_zone->addItems({QString(), QString()});
    add(QT_TR_NOOP("&Language:"), m_language);
    add(QT_TR_NOOP("&Theme:"), m_theme);
    add(QT_TR_NOOP("Te&xt size:"), m_textSize);
    add(QT_TR_NOOP("Time &zone:"), m_zone);
    form->addRow(QString(), m_date);
    return page;
}

QWidget *PreferencesDialog::buildLadder()
{
    auto *page = new QWidget;
    QFormLayout *form = formOf(page);
    QLabel *fold = plainLabel();
    fold->setBuddy(m_fold);
    m_labels.append({fold, QT_TR_NOOP("&Fold messages:")});
    m_fold->addItems({QString(), QString(), QString()});
    form->addRow(fold, m_fold);
    form->addRow(QString(), m_hideRepeats);
    form->addRow(QString(), m_brackets);
    return page;
}

QLayout *PreferencesDialog::buildFolder()
{
    m_folder->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    m_folder->setPlaceholderText(QDir::toNativeSeparators(m_usualFolder));
    auto *row = new QHBoxLayout;
    row->addWidget(m_folder, 1);
    row->addWidget(m_browse);
    return row;
}

QWidget *PreferencesDialog::buildRecords()
{
    auto *page = new QWidget;
    QFormLayout *form = formOf(page);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const auto label = [this](const char *text, QWidget *buddy) {
        QLabel *made = plainLabel();
        made->setBuddy(buddy);
        m_labels.append({made, text});
        return made;
    };
    form->addRow(label(QT_TR_NOOP("Record fo&lder:"), m_folder), buildFolder());
    form->addRow(QString(), m_folderNote);
    form->addRow(label(QT_TR_NOOP("Del&ete records after:"), m_keepDays), m_keepDays);
    form->addRow(label(QT_TR_NOOP("Keep at &most:"), m_keepMegabytes), m_keepMegabytes);
    form->addRow(m_recordNote);
    for (QLabel *note : {m_folderNote, m_recordNote})
        note->setWordWrap(true);
    return page;
}

QWidget *PreferencesDialog::buildPorts()
{
    auto *page = new QWidget;
    QFormLayout *form = formOf(page);
    const std::pair<const char *, QSpinBox *> ports[] = {{QT_TR_NOOP("&SIP server port:"), m_sipPort},
        {QT_TR_NOOP("&HEP port:"), m_hepPort}, {QT_TR_NOOP("First &media port:"), m_firstMediaPort},
        {QT_TR_NOOP("Last m&edia port:"), m_lastMediaPort}};
    for (const auto &[text, box] : ports) {
        QLabel *label = plainLabel();
        label->setBuddy(box);
        m_labels.append({label, text});
        form->addRow(label, box);
        if (box == m_hepPort)
            form->addRow(m_portNote);
    }
    form->addRow(m_mediaNote);
    for (QLabel *note : {m_portNote, m_mediaNote})
        note->setWordWrap(true);
    return page;
}

void PreferencesDialog::connectParts()
{
    for (QComboBox *box : {m_language, m_theme, m_zone, m_fold})
        connect(box, &QComboBox::currentIndexChanged, this, &PreferencesDialog::take);
    for (QSpinBox *box :
        {m_textSize, m_keepDays, m_keepMegabytes, m_sipPort, m_hepPort, m_firstMediaPort, m_lastMediaPort})
        connect(box, &QSpinBox::valueChanged, this, &PreferencesDialog::take);
    for (QCheckBox *box : {m_date, m_hideRepeats, m_brackets})
        connect(box, &QCheckBox::toggled, this, &PreferencesDialog::take);
    connect(m_folder, &QLineEdit::textChanged, this, &PreferencesDialog::take);
    connect(m_browse, &QPushButton::clicked, this, &PreferencesDialog::chooseFolder);
    for (QSpinBox *box : {m_firstMediaPort, m_lastMediaPort})
        box->setKeyboardTracking(false);    // what is half typed is no range
    m_textSize->setKeyboardTracking(false); // "12" is not a size of 1, then of 12
}

void PreferencesDialog::retranslate()
{
    setWindowTitle(tr("Preferences"));
    const QString pages[] = {tr("&Appearance"), tr("La&dder"), tr("&Records"), tr("&Ports")};
    for (int i = 0; i < m_pages->count(); ++i)
        m_pages->setTabText(i, pages[i]);
    for (const auto &[label, text] : std::as_const(m_labels)) {
        label->setText(tr(text));
        label->buddy()->setAccessibleName(tr(text).remove(u'&').remove(u':').remove(u'\uff1a'));
    }
    retranslateLooks();
    retranslateRecords();
    m_fold->setItemText(0, tr("Repeats; heartbeats while one device is shown"));
    m_fold->setItemText(1, tr("Repeats and heartbeats"));
    m_fold->setItemText(2, tr("Nothing"));
    m_hideRepeats->setText(tr("Hide cop&ies of a message"));
    m_brackets->setText(tr("Show how lon&g answers took"));
    m_portNote->setText(tr("Both are used the next time you start listening. Cameras need the same port."));
    m_usual->setText(tr("Restore defa&ults"));
    judgeFolder();
    judgeMediaPorts();
}

void PreferencesDialog::retranslateLooks()
{
    const QString system = tr("As the system");
    m_language->setItemText(0, system);
    m_theme->setItemText(0, system);
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    m_textSize->setSpecialValueText(system);
    //: points, of text
    m_textSize->setSuffix(tr(" pt"));
    m_zone->setItemText(0, tr("Of this computer"));
    m_zone->setItemText(1, tr("UTC"));
    m_date->setText(tr("Show the date &with every time"));
}

void PreferencesDialog::retranslateRecords()
{
    m_browse->setText(tr("&Browse\u2026"));
    m_keepDays->setSpecialValueText(tr("never"));
    m_keepDays->setSuffix(tr(" days"));
    m_keepMegabytes->setSpecialValueText(tr("everything"));
    m_keepMegabytes->setSuffix(tr(" MB"));
    m_recordNote->setText(tr("Folder and limits take effect at the next start. Only records that gbscope itself has "
                             "named and closed are deleted, the oldest first. With a limit a record that runs is a "
                             "row of files, so that its oldest part can be deleted, too."));
}

void PreferencesDialog::show(const Preferences &all)
{
    m_showing = true;
    m_language->setCurrentIndex(static_cast<int>(languageWords.indexOf(all.language)));
    m_theme->setCurrentIndex(static_cast<int>(themeWords.indexOf(all.theme)));
    m_textSize->setValue(all.textSize > 0 ? all.textSize : systemSize);
    m_zone->setCurrentIndex(all.clock.utc ? 1 : 0);
    m_date->setChecked(all.clock.date);
    m_fold->setCurrentIndex(static_cast<int>(all.fold));
    m_hideRepeats->setChecked(all.hideRepeats);
    m_brackets->setChecked(all.brackets);
    m_folder->setText(QDir::toNativeSeparators(all.recordFolder));
    m_keepDays->setValue(all.keepDays);
    m_keepMegabytes->setValue(all.keepMegabytes);
    m_sipPort->setValue(all.sipPort);
    m_hepPort->setValue(all.hepPort);
    m_firstMediaPort->setValue(all.mediaFirstPort);
    m_lastMediaPort->setValue(all.mediaLastPort);
    m_showing = false;
    judgeFolder();
    judgeMediaPorts();
}

Preferences PreferencesDialog::read() const
{
    Preferences all;
    all.language = languageWords.value(m_language->currentIndex());
    all.theme = themeWords.value(m_theme->currentIndex());
    all.textSize = m_textSize->value() == systemSize ? 0 : m_textSize->value();
    all.clock = {m_zone->currentIndex() == 1, m_date->isChecked()};
    all.fold = static_cast<Preferences::Fold>(std::max(0, m_fold->currentIndex()));
    all.hideRepeats = m_hideRepeats->isChecked();
    all.brackets = m_brackets->isChecked();
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    all.recordFolder = folder.isEmpty() || canRecordInto(folder) ? folder : m_before.recordFolder;
    all.keepDays = m_keepDays->value();
    all.keepMegabytes = m_keepMegabytes->value();
    all.sipPort = static_cast<quint16>(m_sipPort->value());
    all.hepPort = static_cast<quint16>(m_hepPort->value());
    all.mediaFirstPort = m_now.mediaFirstPort;
    all.mediaLastPort = m_now.mediaLastPort;
    if (areMediaPortsGood()) {
        all.mediaFirstPort = static_cast<quint16>(m_firstMediaPort->value());
        all.mediaLastPort = static_cast<quint16>(m_lastMediaPort->value());
    }
    return all;
}

void PreferencesDialog::take()
{
    if (m_showing)
        return;
    judgeFolder();
    judgeMediaPorts();
    const Preferences all = read();
    if (all == std::exchange(m_now, all))
        return;
    emit changed(m_now);
}

void PreferencesDialog::restoreUsual()
{
    Preferences usual;
    usual.sipPort = m_now.sipPort; // cameras know them, and firewalls let them through
    usual.hepPort = m_now.hepPort;
    usual.mediaFirstPort = m_now.mediaFirstPort;
    usual.mediaLastPort = m_now.mediaLastPort;
    show(usual);
    take();
}

/// Esc, too, and the button of the window's frame.
void PreferencesDialog::reject()
{
    if (m_now != m_before) {
        m_now = m_before;
        emit changed(m_now);
    }
    QDialog::reject();
}

void PreferencesDialog::chooseFolder()
{
    const QString now = read().recordFolder;
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Folder of the records"), now.isEmpty() ? m_usualFolder : now);
    if (!folder.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(folder));
}

void PreferencesDialog::judgeFolder()
{
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    const bool usable = folder.isEmpty() || canRecordInto(folder);
    m_folderNote->setText(usable ? tr("A session is recorded into a file of its own.")
                                 : tr("%1 cannot be written to. The folder stays as it was.").arg(m_folder->text()));
}

bool PreferencesDialog::areMediaPortsGood() const
{
    return m_lastMediaPort->value() >= leastLastPort(m_firstMediaPort->value());
}

void PreferencesDialog::judgeMediaPorts()
{
    m_mediaNote->setText(areMediaPortsGood()
            ? tr("Media of the next play come to one of these ports, and RTCP to the one behind it.")
            : tr("An even port and the one behind it must be in the range. It stays as it was."));
}

void PreferencesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace gb::ui
