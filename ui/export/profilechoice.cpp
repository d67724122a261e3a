#include "ui/export/profilechoice.h"

#include "core/report/words/secretwording.h"
#include "ui/widgets/plainlabel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gb::ui {

ProfileChoice::ProfileChoice(QWidget *parent)
    : QWidget(parent)
    , m_box(new QComboBox)
    , m_meaning(mutedLabel(QString()))
    , m_ask(plainLabel(tr("The file will hold secrets. Type \u201c%1\u201d to confirm:").arg(QLatin1String(word))))
    , m_typed(new QLineEdit)
{
    setObjectName(QStringLiteral("profile"));
    for (const Profile one : profiles)
        m_box->addItem(wording::profileName(one), static_cast<int>(one));
    m_typed->setObjectName(QStringLiteral("confirm"));
    m_typed->setMaxLength(20);
    m_ask->setBuddy(m_typed);
    m_ask->setWordWrap(true);
    const auto tell = [this] {
        m_meaning->setText(wording::profileMeaning(profile()));
        m_typed->clear(); // each time
        for (QWidget *one : std::initializer_list<QWidget *>{m_ask, m_typed})
            one->setVisible(profile() == Profile::None);
        emit confirmedChanged();
    };
    connect(m_box, &QComboBox::currentIndexChanged, this, tell);
    connect(m_typed, &QLineEdit::textChanged, this, &ProfileChoice::confirmedChanged);
    m_meaning->setWordWrap(true);
    m_meaning->setMinimumHeight(2 * fontMetrics().lineSpacing());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_box);
    column->addWidget(m_meaning);
    column->addWidget(m_ask);
    column->addWidget(m_typed);
    setFocusProxy(m_box);
    tell();
}

Profile ProfileChoice::profile() const
{
    return static_cast<Profile>(m_box->currentData().toInt());
}

bool ProfileChoice::isConfirmed() const
{
    return profile() != Profile::None
        || m_typed->text().trimmed().compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
}

QWidget *ProfileChoice::last() const
{
    return m_typed;
}

void letOnlyConfirmed(QPushButton *button, ProfileChoice *choice)
{
    const auto let = [button, choice] { button->setEnabled(choice->isConfirmed()); };
    QObject::connect(choice, &ProfileChoice::confirmedChanged, button, let);
    let();
}

} // namespace gb::ui
