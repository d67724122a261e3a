#include "ui/listen/passwordsdialog.h"

#include "core/message/digestguess.h"
#include "ui/widgets/buttonstops.h"
#include "ui/widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gb::ui {
namespace {

constexpr qsizetype maxPasswords = maxCandidates - 1; ///< the server's own is one more
constexpr qsizetype maxLength = 128;                  ///< characters

} // namespace

PasswordsDialog::PasswordsDialog(const QStringList &known, QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(known.join(u'\n')))
    , m_problem(plainLabel())
{
    setWindowTitle(tr("Known passwords"));
    QLabel *lead = plainLabel(tr("Passwords that your devices may be using, one per line: this site's, an old one, the "
                                 "vendors' defaults. Where a device is refused, its digest is compared with them, also "
                                 "in other spellings, and the reason says which one it is."));
    lead->setWordWrap(true);
    QLabel *kept = mutedLabel(tr("They are kept in memory only, never written to a file."));
    kept->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(windowTitle());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_ok = buttons->addButton(tr("Compare"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PasswordsDialog::check);
    auto *column = new QVBoxLayout(this);
    for (QWidget *part : {static_cast<QWidget *>(lead), static_cast<QWidget *>(m_text), static_cast<QWidget *>(kept),
             static_cast<QWidget *>(m_problem), static_cast<QWidget *>(buttons)})
        column->addWidget(part);
    m_ok->setDefault(true);
    giveTabStops(buttons, m_text);
    resize(440, 360);
    m_text->setFocus();
    check();
}

QStringList PasswordsDialog::passwords() const
{
    return m_text->toPlainText().split(u'\n', Qt::SkipEmptyParts);
}

void PasswordsDialog::check()
{
    const QStringList all = passwords();
    const bool tooMany = all.size() > maxPasswords;
    const bool tooLong = std::any_of(all.begin(), all.end(), [](const QString &one) { return one.size() > maxLength; });
    m_problem->setText(tooMany ? tr("At most %1 passwords are compared.").arg(maxPasswords)
            : tooLong          ? tr("A password has at most %1 characters.").arg(maxLength)
                               : QString());
    m_problem->setVisible(tooMany || tooLong);
    m_ok->setEnabled(!tooMany && !tooLong);
}

} // namespace gb::ui
