#include "ui/client/freelibrary.h"

#include "core/report/words/freewording.h"
#include "ui/client/messagecollection.h"
#include "ui/widgets/askfirst.h"
#include "ui/widgets/plainlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace gb::ui {
namespace {

enum Role { TemplateRole = Qt::UserRole, KeptRole };

} // namespace

FreeLibrary::FreeLibrary(MessageCollection &kept, QWidget *parent)
    : QWidget(parent)
    , m_kept(kept)
    , m_beginLabel(plainLabel())
    , m_nameLabel(plainLabel())
    , m_begin(new QComboBox)
    , m_name(new QLineEdit)
    , m_save(new QPushButton)
    , m_rename(new QPushButton)
    , m_delete(new QPushButton)
{
    build();
    connect(m_begin, &QComboBox::activated, this, &FreeLibrary::choose);
    connect(m_name, &QLineEdit::textChanged, this, &FreeLibrary::refresh);
    connect(m_save, &QPushButton::clicked, this, [this] { emit saveRequested(m_name->text()); });
    connect(m_rename, &QPushButton::clicked, this, &FreeLibrary::rename);
    connect(m_delete, &QPushButton::clicked, this, &FreeLibrary::askToDelete);
    connect(&m_kept, &MessageCollection::changed, this, &FreeLibrary::fill);
    connect(&m_kept, &MessageCollection::failed, this, [this](const QString &name, const QString &why) {
        emit told(tr("%1 is not on the disk: %2").arg(name, why), false);
    });
}

void FreeLibrary::build()
{
    m_begin->setMaxVisibleItems(24);
    m_name->setMaxLength(MessageCollection::maxName);
    m_beginLabel->setBuddy(m_begin);
    m_nameLabel->setBuddy(m_name);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_beginLabel);
    row->addWidget(m_begin, 1);
    row->addSpacing(fontMetrics().averageCharWidth() * 2);
    row->addWidget(m_nameLabel);
    row->addWidget(m_name);
    for (QPushButton *one : {m_save, m_rename, m_delete}) {
        one->setAutoDefault(false);
        row->addWidget(one);
    }
}

QString FreeLibrary::kept() const
{
    return m_begin->currentData(KeptRole).toString();
}

void FreeLibrary::fill()
{
    const QString now = kept();
    const int before = m_begin->currentIndex();
    m_begin->clear();
    m_begin->addItem(tr("Choose a message to begin with"));
    for (const FreeTemplate &one : freeTemplates())
        m_begin->addItem(wording::freeTitle(one), QByteArray(one.name));
    const QStringList names = m_kept.names();
    if (!names.isEmpty())
        m_begin->insertSeparator(m_begin->count());
    int found = -1;
    for (const QString &one : names) {
        m_begin->addItem(tr("kept: %1").arg(one));
        m_begin->setItemData(m_begin->count() - 1, one, KeptRole);
        if (one == now)
            found = m_begin->count() - 1;
    }
    const bool isTemplate = before <= static_cast<int>(freeTemplates().size());
    m_begin->setCurrentIndex(found >= 0 ? found : now.isEmpty() && isTemplate ? std::max(before, 0) : 0);
    refresh();
}

void FreeLibrary::choose()
{
    const QByteArray name = m_begin->currentData(TemplateRole).toByteArray();
    const QString own = kept();
    m_name->setText(own);
    refresh();
    if (const FreeTemplate *const one = name.isEmpty() ? nullptr : findFreeTemplate(name))
        emit chosen(QString::fromUtf8(textOf(*one)));
    else if (!own.isEmpty())
        emit chosen(m_kept.text(own));
}

void FreeLibrary::forget()
{
    m_begin->setCurrentIndex(0);
    m_name->clear();
    refresh();
}

void FreeLibrary::rename()
{
    const QString problem = m_kept.rename(kept(), m_name->text());
    if (!problem.isEmpty())
        return emit told(problem, false);
    for (int i = 0; i < m_begin->count(); ++i) {
        if (m_begin->itemData(i, KeptRole).toString() == m_name->text().trimmed())
            m_begin->setCurrentIndex(i);
    }
    emit told(tr("Renamed."), true);
    refresh();
}

void FreeLibrary::askToDelete()
{
    askFirst(this, AskIcon::Question, tr("Delete"), tr("Delete %1 for ever?").arg(kept()), tr("&Delete"),
        [this, name = kept()] { m_kept.remove(name); });
}

void FreeLibrary::refresh()
{
    const bool own = !kept().isEmpty(), named = !m_name->text().trimmed().isEmpty();
    m_save->setEnabled(named);
    m_rename->setEnabled(own && named && m_name->text().trimmed() != kept());
    m_delete->setEnabled(own);
}

void FreeLibrary::retranslate()
{
    m_beginLabel->setText(tr("&Begin with"));
    m_nameLabel->setText(tr("&Name"));
    m_name->setToolTip(toolTipText(tr("Kept as a file in the program's folder; what proves a password is left out.")));
    m_save->setText(tr("&Keep"));
    m_rename->setText(tr("&Rename"));
    m_delete->setText(tr("De&lete"));
    fill();
}

} // namespace gb::ui
